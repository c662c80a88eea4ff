"""The start of a program in phases, read off the records: each ends where the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.bridge.record import Direction, Record

PhaseName = Literal["compile", "process", "app", "page", "paint", "settle"]
PHASES: tuple[PhaseName, ...] = ("compile", "process", "app", "page", "paint", "settle")
LULL_MS = 800.0
"""A program in which nothing has happened for so long has come to rest."""
LONGEST_MS = 10_000.0
"""A program that never rests is not waited for longer than this after its first picture."""
SLOW_MS: dict[PhaseName, float] = {
    "compile": 2000.0, "process": 500.0, "app": 300.0, "page": 300.0, "paint": 500.0, "settle": 1500.0,
}  # fmt: skip
"""From when on a phase is worth a word. Assumed: what is felt on a computer, where the platform names no figure."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of the start. `begin_ms`: since the start was asked for."""

    name: PhaseName
    begin_ms: float
    length_ms: float

    @property
    def is_slow(self) -> bool:
        """Whether something can be said about it."""
        return self.length_ms > SLOW_MS[self.name]


class StartUp:
    """Of the last start. `receive` gets all records; the compile phase is known if `asked_at_ms` is."""

    def __init__(self) -> None:
        self._marks: dict[PhaseName, float] = {}
        self._begun_ms = self._latest_ms = 0.0
        self._rested = False

    def launched(self, record: Record, asked_at_ms: float) -> None:
        """A start; `record` is its launch."""
        self._begun_ms = min(asked_at_ms or record.time_ms, record.time_ms)
        self._latest_ms = record.time_ms
        self._marks = {"compile": record.time_ms, "process": record.time_ms}
        self._rested = False

    def receive(self, records: Sequence[Record]) -> bool:
        """What has passed since; whether a phase has ended."""
        before = dict(self._marks)
        for record in records:
            if self._begun_ms and not self._rested:
                self._take(record)
        return before != self._marks

    def phases(self) -> list[Phase]:
        """Those that have ended, in their order."""
        found, begin_ms = [], self._begun_ms
        for name in PHASES:
            end_ms = self._marks.get(name)
            if end_ms is None:
                break
            end_ms = max(end_ms, begin_ms)
            found.append(Phase(name, begin_ms - self._begun_ms, end_ms - begin_ms))
            begin_ms = end_ms
        return found

    def _take(self, record: Record) -> None:
        marks, now_ms = self._marks, record.time_ms + (record.duration_ms or 0.0)
        is_from_logic = record.direction is Direction.LOGIC_TO_HOST
        if "paint" in marks:
            self._settle(record, now_ms)
        elif is_from_logic and record.title == "ready" and "app" not in marks:
            marks["process"] = record.time_ms
        elif is_from_logic and record.title == "launched":
            marks["app"] = record.time_ms
        elif is_from_logic and record.title == "route-done" and "app" in marks:
            marks["page"] = record.time_ms
        elif record.timing is not None and "app" in marks:
            painted_ms = record.time_ms + record.timing.wire_ms + record.timing.seen_ms
            marks.setdefault("page", min(record.time_ms, painted_ms))
            marks["paint"] = marks["settle"] = self._latest_ms = painted_ms

    def _settle(self, record: Record, now_ms: float) -> None:
        if now_ms - self._latest_ms > LULL_MS or now_ms - self._marks["paint"] > LONGEST_MS or record.kind == "input":
            self._rested = True
        else:
            self._latest_ms = self._marks["settle"] = max(self._latest_ms, now_ms)
