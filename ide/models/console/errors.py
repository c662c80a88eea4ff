"""Counts the errors on the console, whatever it shows of them: what nobody caught, and `console.error`."""

from __future__ import annotations

from collections.abc import Iterable

from ide.models.console.timeline import MISHAPS
from ide.models.signal import Signal
from runtime.diagnostics import is_diagnostic_code
from simulator.bridge.record import Record


class ConsoleErrors:
    """Since the program was started; what made it start again still counts. `changed` carries the count.

    What a build finds wrong is on the console too, but it is counted with the problems.
    """

    def __init__(self) -> None:
        self.changed: Signal[int] = Signal()
        self.count = 0
        self._has_mishap = False
        self._last_sequence = 0

    def take(self, records: Iterable[Record]) -> None:
        """Looks at what has passed the recorder."""
        before = self.count
        for record in records:
            if record.code == "launch":
                self.count = self.count if self._has_mishap else 0
                self._has_mishap = False
            self._has_mishap = self._has_mishap or record.code in MISHAPS
            # A record that replaces an earlier one is no further error.
            is_new = record.sequence > self._last_sequence
            self._last_sequence = max(record.sequence, self._last_sequence)
            if is_new and _is_error(record):
                self.count += 1
        if self.count != before:
            self.changed.emit(self.count)

    def forget(self) -> None:
        """The user has cleared the console."""
        if self.count:
            self.count = 0
            self.changed.emit(0)


def _is_error(record: Record) -> bool:
    """Frameworks catch what a handler throws, and write it with `console.error`."""
    is_written = record.kind == "log" and record.level == "error"
    return is_written or (record.kind == "error" and not is_diagnostic_code(record.code))
