"""NFC tags as they are described in JSON, and the records that lie on them (NDEF).

Bytes are hexadecimal digits. Source of the records' form: NFC Forum, NDEF, RTD Text, RTD URI.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from runtime.world.radio.hexadecimal import Hex

MOST_TAGS = 100
Tech = Literal["ndef", "nfcA", "nfcB", "nfcF", "nfcV", "isoDep", "mifareClassic", "mifareUltralight"]
TECH_NAMES = MappingProxyType({
    "ndef": "NDEF", "nfcA": "NFC-A", "nfcB": "NFC-B", "nfcF": "NFC-F", "nfcV": "NFC-V", "isoDep": "ISO-DEP",
    "mifareClassic": "MIFARE Classic", "mifareUltralight": "MIFARE Ultralight",
})  # fmt: skip
"""As programs are told them (`NFCAdapter.tech`). Observed: programs on Android."""
WELL_KNOWN = 1
# By the number that stands for each.
_URI_STARTS = ("", "http://www.", "https://www.", "http://", "https://", "tel:", "mailto:")


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """A text, an address, or what it is made of."""

    text: str | None = None
    uri: str | None = None
    tnf: Annotated[int, msgspec.Meta(ge=0, le=7)] = WELL_KNOWN
    type: Hex = ""
    payload: Hex = ""
    id: Hex = ""


class Answer(Struct, frozen=True, forbid_unknown_fields=True, rename={"answer": "with"}):
    """What the tag answers to a command that begins with `to`."""

    to: Hex
    answer: Hex


class Tag(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A tag or card. `capacity`: bytes of NDEF; `memory`: of a MIFARE tag; `key` opens sectors of MIFARE Classic."""

    name: str
    id: Hex = "04a1b2c3d4e5f6"
    techs: Annotated[list[Tech], msgspec.Meta(min_length=1)] = msgspec.field(default_factory=lambda: ["nfcA"])
    records: list[Record] = []
    is_writable: bool = True
    capacity: Annotated[int, msgspec.Meta(ge=0, le=32_768)] = 137
    atqa: Hex = "4400"
    sak: Annotated[int, msgspec.Meta(ge=0, le=255)] = 0
    historical_bytes: Hex = ""
    max_length: Annotated[int, msgspec.Meta(ge=1, le=65_535)] = 253
    answers: list[Answer] = []
    memory: Hex = ""
    key: Hex = "ffffffffffff"


Tags = Annotated[list[Tag], msgspec.Meta(max_length=MOST_TAGS)]


def tag_called(value: Any, name: str) -> Tag | None:
    """Of the tags of a world value, which has been checked."""
    return next((one for one in msgspec.convert(value, list[Tag]) if name and one.name == name), None)


def written_out(record: Record) -> Record:
    """With type and payload, whatever it was given as."""
    if record.text is not None:
        payload = b"\x02en" + record.text.encode("utf-8", "replace")
        return Record(tnf=WELL_KNOWN, type=b"T".hex(), payload=payload.hex(), id=record.id)
    if record.uri is not None:
        start = max((one for one in _URI_STARTS if record.uri.startswith(one)), key=len)
        rest = record.uri.removeprefix(start).encode("utf-8", "replace")
        payload = bytes([_URI_STARTS.index(start)]) + rest
        return Record(tnf=WELL_KNOWN, type=b"U".hex(), payload=payload.hex(), id=record.id)
    return record


def size(records: Sequence[Record]) -> int:
    """Bytes of a message of these."""
    return sum(_size(written_out(one)) for one in records)


def _size(record: Record) -> int:
    payload = len(record.payload) // 2
    header = 3 if payload < 256 else 6
    return header + bool(record.id) + (len(record.type) + len(record.id)) // 2 + payload
