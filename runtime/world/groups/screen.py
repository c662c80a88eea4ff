"""The phone's screen, and what its user does to it."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Flag, Number

GROUP = Group(
    "screen",
    70,
    (
        WorldValue("screen.brightness", Number(0, 1, "", 0.05), 0.8),
        WorldValue("screen.isKeptOn", Flag(), False),
        WorldValue("screen.isRecorded", Flag(), False, ("screenRecording",)),
    ),
    (WorldEvent("screen.capture", ("screenshot",)),),
    {"screenRecording": lambda values: {"state": "start" if values["screen.isRecorded"] else "stop"}},
)
