"""A recording: what took time, as slices in lanes. Bounded: the newest are kept."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from ide.models.performance.asked import Memory
from ide.models.updates.calls import Batch, call_of, timing_of
from runtime.protocol.stacks import StackFrame
from runtime.protocol.view import LongFrame
from simulator.bridge.record import Direction, Record, own_frames

Lane = Literal["pages", "input", "updates", "calls", "tasks"]
LANES: tuple[Lane, ...] = ("pages", "input", "updates", "calls", "tasks")
MOST_SLICES = 50_000
MOST_SAMPLES = 5_000
MOST_CALLERS = 2_000
LONG_FRAME = "long-frame"


@dataclass(frozen=True, slots=True)
class Slice:
    """Something that took time, or happened at a time. `begin_ms`: Unix time.

    `parts`: what it was made of, in order, as name and length. `place`: where the program asked for it.
    """

    lane: Lane
    name: str
    begin_ms: float
    length_ms: float = 0.0
    page: str = ""
    size_bytes: int = 0
    parts: tuple[tuple[str, float], ...] = ()
    place: tuple[str, int, int] | None = None
    has_failed: bool = False

    @property
    def end_ms(self) -> float:
        """When it ended."""
        return self.begin_ms + self.length_ms


class Recording:
    """Records while `is_on`. Slices stand in the order in which they ended."""

    def __init__(self) -> None:
        self.is_on = False
        self.slices: deque[Slice] = deque(maxlen=MOST_SLICES)
        self.memory: deque[Memory] = deque(maxlen=MOST_SAMPLES)
        self.lost = 0
        self._callers: OrderedDict[Batch, tuple[float, StackFrame | None]] = OrderedDict()

    def begin(self) -> None:
        """From now on, and without what was recorded before."""
        self.clear()
        self.is_on = True

    def clear(self) -> None:
        """Forgets all."""
        self.slices.clear()
        self.memory.clear()
        self._callers.clear()
        self.lost = 0

    def receive(self, records: Sequence[Record]) -> bool:
        """What has passed; whether a slice has come of it."""
        found = [made for record in records if (made := self._slice(record)) is not None] if self.is_on else []
        self.lost += max(0, len(self.slices) + len(found) - MOST_SLICES)
        self.slices.extend(found)
        return bool(found)

    def _slice(self, record: Record) -> Slice | None:
        """What a record tells of; an update leads to the longest call of setData that it shows."""
        if (call := call_of(record)) is not None and call.place is not None:
            # One call leads to others; the outermost takes longest.
            if call.logic_ms >= self._callers.get(call.batch, (0.0, None))[0]:
                self._callers[call.batch] = call.logic_ms, call.place
            if len(self._callers) > MOST_CALLERS:
                self._callers.popitem(last=False)
        found = slice_of(record)
        if found is None or (drawn := timing_of(record)) is None:
            return found
        _, frame = self._callers.pop(drawn[0], (0.0, None))
        return replace(found, place=(frame.file, frame.line, frame.column)) if frame else found

    @property
    def span_ms(self) -> tuple[float, float]:
        """From the first begin to the last end (Unix time); zeros if there is nothing."""
        if not self.slices:
            return 0.0, 0.0
        return min(one.begin_ms for one in self.slices), max(one.end_ms for one in self.slices)


def slice_of(record: Record) -> Slice | None:
    """The slice that a record tells of; None if it tells of none, or not yet."""
    frame = next(iter(own_frames(record.stack)), None)
    place = (frame.file, frame.line, frame.column) if frame is not None else None
    title, length_ms = record.title, record.duration_ms or 0.0
    if record.timing is not None:
        timing, parts = record.timing, record.timing.parts()
        begin_ms, whole_ms = record.time_ms - timing.logic_ms, sum(length for _, length in parts)
        return Slice("updates", record.page or title, begin_ms, whole_ms, record.page, record.size_bytes, parts, place)
    if record.kind == "api" and record.is_final:
        has_failed = record.outcome == "fail"
        name = f"wx.{title}"
        return Slice("calls", name, record.time_ms, length_ms, record.page, record.size_bytes, (), place, has_failed)
    if title == LONG_FRAME:
        return _long_frame(record)
    if record.code == "busy":
        busy_ms = float(record.detail.get("ms", 0))
        return Slice("tasks", record.detail.get("what", ""), record.time_ms - busy_ms, busy_ms)
    if record.kind == "error" and record.level == "error":
        return Slice("tasks", title, record.time_ms, 0.0, record.page, 0, (), place, has_failed=True)
    if record.direction is Direction.HOST_TO_LOGIC and title.startswith("route ") and record.outcome != "pending":
        return Slice("pages", title.removeprefix("route "), record.time_ms, length_ms, record.page)
    if record.direction is Direction.VIEW_TO_HOST and title.startswith("events "):
        return Slice("input", title.removeprefix("events "), record.time_ms, 0.0, record.page)
    return None


def _long_frame(record: Record) -> Slice:
    """What kept the view from drawing: functions, styles and layout, and the rest."""
    frame = msgspec.json.decode(record.payload, type=LongFrame)
    rest_ms = max(0.0, frame.duration_ms - frame.script_ms - frame.render_ms)
    parts = (("script", frame.script_ms), ("other", rest_ms), ("render", frame.render_ms))
    told = tuple((name, length_ms) for name, length_ms in parts if length_ms)
    name = f"view: {frame.invoker}" if frame.invoker else "view"
    return Slice("tasks", name, frame.start_ms, frame.duration_ms, parts=told)
