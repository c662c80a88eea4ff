"""Counts the errors on the console that nobody has seen: what nobody caught, and `console.error`."""

from __future__ import annotations

from collections.abc import Iterable

from ide.models.console.timeline import MISHAPS
from runtime.diagnostics import is_diagnostic_code
from simulator.bridge.record import Record


class ConsoleErrors:
    """Since somebody last looked, or the program was started; what made it start again still counts.

    What a build finds wrong is on the console too, but it is counted with the problems.
    """

    def __init__(self) -> None:
        self.count = 0
        self._has_mishap = False
        self._last_sequence = 0

    def take(self, records: Iterable[Record]) -> None:
        """Looks at what has passed the recorder."""
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

    def forget(self) -> None:
        """The user has seen them, or cleared the console."""
        self.count = 0


def _is_error(record: Record) -> bool:
    """Frameworks catch what a handler throws, and write it with `console.error`."""
    is_written = record.kind == "log" and record.level == "error"
    return is_written or (record.kind == "error" and not is_diagnostic_code(record.code))
