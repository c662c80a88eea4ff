"""The phone runs out of memory."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent
from runtime.world.kinds import Number

GROUP = Group(
    "memory",
    90,
    # Android's levels: 5 moderate, 10 low, 15 critical.
    events=(
        WorldEvent(
            "memory.warning", ("memoryWarning",), {"level": (Number(5, 15, "", 5, is_whole=True, only=(5, 10, 15)), 10)}
        ),
    ),
)
