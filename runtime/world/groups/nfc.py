"""NFC: the tags that may be held to the phone, and the one that is."""

from __future__ import annotations

from typing import Any

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag, Form, Rows, Text
from runtime.world.radio.tags import Tags

_DEFAULT: list[dict[str, Any]] = [
    {"name": "Poster", "techs": ["nfcA", "mifareUltralight", "ndef"], "records": [{"uri": "https://example.com/"}],
     "memory": "04a1b28fc3d4e5f694480000e1101200" + "00" * 48},
    {"name": "Travel card", "id": "08d1c2b3", "techs": ["isoDep", "nfcA"], "sak": 32, "historicalBytes": "8073",
     "answers": [{"to": "00a40400", "with": "6f009000"}, {"to": "00b0", "with": "010203049000"}]},
]  # fmt: skip
_TAGS = Form(Tags, Rows(("name",), held_by="nfc.held"))

GROUP = Group(
    "nfc",
    79,
    (
        WorldValue("nfc.isSupported", Flag(), True),
        WorldValue("nfc.isOn", Flag(), True),
        # What a program writes on them is gone with its run.
        WorldValue("nfc.tags", _TAGS, _TAGS.check(_DEFAULT), ends_with_program=True),
        # A name of the list, or nothing.
        WorldValue("nfc.held", Text(), ""),
    ),
)
