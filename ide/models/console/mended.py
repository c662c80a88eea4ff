"""Which errors of builds that stand on the console are mended by now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from runtime.diagnostics import Diagnostic, is_diagnostic_code
from simulator.bridge.record import Record

Key = tuple[str, frozenset[tuple[str, str]], str]
"""A finding by its code, its arguments and its file: a line is another one as soon as somebody types above it."""


class MendedFindings:
    """Follows the records of findings, and the findings of the last build."""

    def __init__(self) -> None:
        self._told: dict[int, Key] = {}
        self._mended: frozenset[int] = frozenset()

    def __contains__(self, sequence: int) -> bool:
        return sequence in self._mended

    def take(self, records: Iterable[Record]) -> None:
        """What a build tells."""
        for record in records:
            if is_diagnostic_code(record.code) and record.level == "error":
                file = record.stack[0].file if record.stack else ""
                self._told[record.sequence] = (record.code, frozenset(record.detail.items()), file)

    def built(self, found: Sequence[Diagnostic]) -> bool:
        """What the last build found; whether that changes what is mended. An error that comes back is not."""
        keys = [(one.code, frozenset(one.args.items()), one.span.file) for one in found]
        present = {*keys, *((code, args, "") for code, args, _ in keys)}
        before, self._mended = self._mended, frozenset(one for one, key in self._told.items() if key not in present)
        return before != self._mended

    def forget(self) -> None:
        """The console is empty."""
        self._told.clear()
        self._mended = frozenset()
