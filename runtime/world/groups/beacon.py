"""iBeacons around the phone."""

from __future__ import annotations

from typing import Annotated

import msgspec

from runtime.world.declared import Group, Values, WorldValue
from runtime.world.kinds import Form, Number, Rows
from runtime.world.radio.beacons import Beacons, beacons_of
from runtime.world.radio.hexadecimal import WholeUuid

_ROWS = Rows(("uuid",), "isPresent", (("rssi", Number(-127, 20, "dBm", is_whole=True)),))
_BEACONS = Form(Beacons, _ROWS)
MOST_UUIDS = 20


def is_available(values: Values) -> bool:
    """Whether beacons can be looked for."""
    return bool(values["system.isBluetoothOn"] and values["system.isLocationOn"])


GROUP = Group(
    "beacon",
    83,
    (
        WorldValue(
            "beacon.list", _BEACONS, _BEACONS.check([{"uuid": "FDA50693-A4E2-4FB1-AFCF-C6EB07647825"}]), ("beacons",)
        ),
        # What the program looks for; nothing: it does not.
        WorldValue(
            "beacon.searched",
            Form(Annotated[list[WholeUuid], msgspec.Meta(max_length=MOST_UUIDS)]),
            [],
            ("beacons", "beaconService"),
            ends_with_program=True,
        ),
    ),
    payloads={
        "beacons": lambda values: {"beacons": beacons_of(values["beacon.list"], values["beacon.searched"])},
        "beaconService": lambda values: {
            "available": is_available(values), "discovering": bool(values["beacon.searched"]),
        },
    },
    sampled=frozenset({"beacons"}),
)  # fmt: skip
