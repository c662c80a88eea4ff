"""Somebody calls the phone: what sounds is interrupted until the call has ended."""

from __future__ import annotations

from runtime.world.declared import Group, WorldEvent

GROUP = Group(
    "phone_call",
    95,
    events=(
        WorldEvent("phoneCall.comes", ("audioInterruptionBegin",)),
        WorldEvent("phoneCall.ends", ("audioInterruptionEnd",)),
    ),
)
