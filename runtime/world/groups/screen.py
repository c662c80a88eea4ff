"""The phone's screen, and what its user does to it."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Flag, Number

_PX = Number(0, 2000, "px")

GROUP = Group(
    "screen",
    70,
    (
        WorldValue("screen.brightness", Number(0, 1, "", 0.05), 0.8, ends_with_program=True),
        WorldValue("screen.isKeptOn", Flag(), False, ends_with_program=True),
        WorldValue("screen.isRecorded", Flag(), False, ("screenRecording",)),
    ),
    (
        WorldEvent("screen.capture", ("screenshot",)),
        # The capsule over the page becomes another one, as when other phones join in.
        WorldEvent(
            "screen.menuButtonChange",
            ("menuButton",),
            {
                "width": (_PX, 87),
                "height": (_PX, 32),
                "top": (_PX, 51),
                "right": (_PX, 383),
                "bottom": (_PX, 83),
                "left": (_PX, 296),
            },
        ),
    ),
    {"screenRecording": lambda values: {"state": "start" if values["screen.isRecorded"] else "stop"}},
)
