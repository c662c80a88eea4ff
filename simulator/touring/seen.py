"""What a program says while a page is visited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.bridge.record import Record, own_frames
from simulator.touring.report import PageError


@dataclass
class Seen:
    """What the recorder has told since the present page was opened."""

    errors: dict[int, Record] = field(default_factory=dict)
    unsupported: set[str] = field(default_factory=set)
    console_errors: int = 0

    def take(self, records: Sequence[Record]) -> None:
        """A subscriber of the recorder."""
        for record in records:
            if record.kind == "error":
                self.errors[record.sequence] = record
            if record.kind == "log" and record.level == "error":
                self.console_errors += 1
            if record.kind == "api" and record.api_state == "unsupported":
                self.unsupported.add(record.title)

    def forget(self) -> None:
        """Another page comes."""
        self.errors.clear()
        self.unsupported.clear()
        self.console_errors = 0

    def add_fault(self, why: str) -> None:
        """Something that is our fault, as far as can be told."""
        self.errors[-1] = Record(-1, 0, "error", why, origin="handset")

    def page_errors(self) -> list[PageError]:
        """The errors with the program's own line that they lead to."""
        return [_page_error(record) for record in self.errors.values()]


def _page_error(record: Record) -> PageError:
    frame = next(iter(own_frames(record.stack)), None)
    return PageError(record.origin, record.title, frame.file if frame else "", frame.line if frame else 0)
