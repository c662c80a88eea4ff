"""A phone or computer that uses this phone as a Bluetooth peripheral, once the program makes it one."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Form, Kind, Text
from runtime.world.radio.hexadecimal import HEX

MOST_RECEIVED = 100
# Empty: the first characteristic that can be used so.
_PLACE: dict[str, tuple[Kind, Any]] = {"characteristicId": (Text(), "")}

GROUP = Group(
    "central",
    77,
    (
        # What the program has answered and sent, the latest last.
        WorldValue(
            "central.received",
            Form(Annotated[list[dict[str, Any]], msgspec.Meta(max_length=MOST_RECEIVED)]),
            [],
            ends_with_program=True,
        ),
    ),
    events=(
        WorldEvent("central.connect"),
        WorldEvent("central.read", (), _PLACE),
        WorldEvent("central.write", (), {**_PLACE, "value": (HEX, "01")}),
        WorldEvent("central.subscribe", (), _PLACE),
        WorldEvent("central.unsubscribe", (), _PLACE),
        WorldEvent("central.disconnect"),
    ),
)
