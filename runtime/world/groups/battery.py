"""The phone's battery."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag, Number

GROUP = Group(
    "battery",
    30,
    (
        WorldValue("battery.level", Number(1, 100, "%", is_whole=True), 100),
        WorldValue("battery.isCharging", Flag(), False),
        WorldValue("battery.isLowPower", Flag(), False, ("battery",)),
    ),
    payloads={"battery": lambda values: {"isLowPowerModeEnabled": values["battery.isLowPower"]}},
)
