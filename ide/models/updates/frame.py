"""One frame as a flame: what its time went on, and below that the calls of setData that it shows, each below the one
that led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ide.models.updates.calls import Call
from simulator.bridge.record import DomTiming


@dataclass(frozen=True, slots=True)
class Box:
    """Something that took time in a frame; `begin_ms` since the frame's first work began. `part`: the name of the part
    (`DomTiming.parts`) that it is or belongs to; `call`: the call that it is."""

    level: int
    begin_ms: float
    length_ms: float
    part: str
    call: Call | None = None


@dataclass(frozen=True, slots=True)
class FrameFlame:
    """The boxes of a frame, those of a level from left to right."""

    boxes: tuple[Box, ...] = ()

    @property
    def length_ms(self) -> float:
        """How long all of it took."""
        return max((box.begin_ms + box.length_ms for box in self.boxes), default=0.0)

    @property
    def levels(self) -> int:
        """How deep it is."""
        return max((box.level + 1 for box in self.boxes), default=0)


def flame_of(timing: DomTiming, calls: Sequence[Call]) -> FrameFlame:
    """`calls`: those that the frame shows. They stand where they were in the work of the logic layer, which ends when
    the batch is sent; the time before the first of them is not known, and left out."""
    boxes, begin_ms = [], 0.0
    for part, length_ms in timing.parts():
        boxes.append(Box(0, begin_ms, length_ms, part))
        begin_ms += length_ms
    first_ms = min((call.began_ms for call in calls), default=0.0)
    around: list[float] = []
    for call in sorted(calls, key=lambda call: (call.began_ms, -call.logic_ms)):
        while around and around[-1] <= call.began_ms:
            around.pop()
        around.append(call.began_ms + call.logic_ms)
        boxes.append(Box(len(around), call.began_ms - first_ms, call.logic_ms, "logic", call))
    return FrameFlame(tuple(boxes))
