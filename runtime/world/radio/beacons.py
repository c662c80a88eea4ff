"""iBeacons around the phone, and how near they seem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Struct

from runtime.world.radio.hexadecimal import WholeUuid

MOST_BEACONS = 200
_IMMEDIATE_M, _NEAR_M = 0.5, 3.0
_PATH_LOSS = 20
"""Ten times the exponent of free space."""

Number16 = Annotated[int, msgspec.Meta(ge=0, le=65_535)]


class Beacon(Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """One. `measured_power` is its signal at a metre; `rssi` 0: there, and not to be measured."""

    uuid: WholeUuid
    major: Number16 = 1
    minor: Number16 = 1
    rssi: Annotated[int, msgspec.Meta(ge=-127, le=20)] = -65
    measured_power: Annotated[int, msgspec.Meta(ge=-127, le=20)] = -59
    is_present: bool = True


Beacons = Annotated[list[Beacon], msgspec.Meta(max_length=MOST_BEACONS)]


def beacons_of(value: Any, uuids: Any) -> list[Mapping[str, Any]]:
    """Those of the world with one of the UUIDs that are there, as programs are told."""
    wanted = {one.upper() for one in uuids}
    return [_told(one) for one in msgspec.convert(value, list[Beacon]) if one.is_present and one.uuid.upper() in wanted]


def _told(beacon: Beacon) -> Mapping[str, Any]:
    metres = round(10 ** ((beacon.measured_power - beacon.rssi) / _PATH_LOSS), 2) if beacon.rssi else -1
    proximity = 0 if metres < 0 else 1 if metres <= _IMMEDIATE_M else 2 if metres <= _NEAR_M else 3
    return {
        "uuid": beacon.uuid.upper(), "major": beacon.major, "minor": beacon.minor, "rssi": beacon.rssi,
        "proximity": proximity, "accuracy": metres,
    }  # fmt: skip
