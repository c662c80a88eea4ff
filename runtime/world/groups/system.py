"""Switches of the phone's system."""

from __future__ import annotations

from runtime.world.declared import Group, WorldValue
from runtime.world.kinds import Flag

GROUP = Group(
    "system",
    75,
    (
        WorldValue("system.isBluetoothOn", Flag(), True, ("beaconService",)),
        WorldValue("system.isLocationOn", Flag(), True, ("beaconService",)),
        WorldValue("system.isWifiOn", Flag(), True),
        WorldValue("system.isAccessibilityOn", Flag(), False),
    ),
)
