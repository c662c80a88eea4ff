"""What a program under test has said: its console and its errors, as far as tests want to know of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from simulator.bridge.record import Record, own_frames

__tracebackhide__ = True
MOST = 2_000
MOST_PASSED_BYTES = 64 * 1024 * 1024
_FRAME_BYTES = 1000
_ENDS = frozenset({"hung", "hung-nowhere", "crashed", "view-crashed", "view-hung", "view-hung-nowhere", "view-swollen"})


class RunLog:
    """`records` are the newest of the timeline, without what passes between the processes; `trace` has that, too."""

    def __init__(self) -> None:
        self.records: deque[Record] = deque(maxlen=MOST)
        self.trace: deque[Record] = deque()
        self._trace_bytes = 0
        self.end = ""

    def take(self, records: Sequence[Record]) -> None:
        """A subscriber of the recorder."""
        for record in records:
            if not record.routine:
                self._keep(record)
            if record.kind != "bridge":
                self.records.append(record)
            if record.code in _ENDS:
                self.end = record.title

    def forget(self) -> None:
        """Another test begins."""
        self.records.clear()
        self.trace.clear()
        self._trace_bytes = 0
        self.end = ""

    def _keep(self, record: Record) -> None:
        self.trace.append(record)
        self._trace_bytes += _size(record)
        while self._trace_bytes > MOST_PASSED_BYTES:
            self._trace_bytes -= _size(self.trace.popleft())

    def errors(self) -> list[str]:
        """Exceptions of the program that nobody caught, with their places. What the build has found has a code."""
        thrown = (record for record in self.records if record.kind == "error" and record.origin == "program")
        return [_placed(record) for record in thrown if not record.code]

    def errors_text(self) -> str:
        """The same as the end of a message."""
        found = self.errors()
        return "".join(f"\n  {line}" for line in found[-5:])

    def console(self, level: str = "") -> list[str]:
        """Lines of the console, of one level or all."""
        return [record.title for record in self.records if record.kind == "log" and level in ("", record.level)]

    def busy_with(self) -> str:
        """The task that the program is in, if it has been in it for a while."""
        busy = [record for record in self.records if record.code == "busy"]
        return busy[-1].detail.get("what", "") if busy else ""


def _size(record: Record) -> int:
    return len(record.payload) + len(record.result) + _FRAME_BYTES


def _placed(record: Record) -> str:
    place = next((f"{frame.file}:{frame.line}: " for frame in own_frames(record.stack)), "")
    return f"{place}{record.title}"
