"""Where the phone is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.world.declared import Group, Values, WorldEvent, WorldValue
from runtime.world.kinds import Number, Text

_MOVES = ("location",)


def location(values: Values) -> Mapping[str, Any]:
    """What getLocation answers and onLocationChange tells."""
    accuracy = values["place.accuracy"]
    return {
        "latitude": values["place.latitude"],
        "longitude": values["place.longitude"],
        "speed": values["place.speed"],
        "accuracy": accuracy,
        "horizontalAccuracy": accuracy,
        "verticalAccuracy": accuracy,
        "altitude": values["place.altitude"],
    }


GROUP = Group(
    "place",
    10,
    (
        WorldValue("place.latitude", Number(-90, 90, "°", 0.0001), 39.9087, _MOVES),
        WorldValue("place.longitude", Number(-180, 180, "°", 0.0001), 116.3975, _MOVES),
        WorldValue("place.speed", Number(-1, 1000, "m/s", 0.5), 0.0, _MOVES),
        WorldValue("place.accuracy", Number(0, 100_000, "m", 5), 30.0, _MOVES),
        WorldValue("place.altitude", Number(-12_000, 100_000, "m", 1), 44.0, _MOVES),
        WorldValue("place.name", Text(), "天安门"),
        WorldValue("place.address", Text(), "北京市东城区东长安街"),
    ),
    (WorldEvent("place.failure", ("locationError",), {"errCode": (Number(0, 100_000, is_whole=True), 2)}),),
    {"location": location},
    frozenset({"location"}),
)
