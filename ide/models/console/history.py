"""What was typed on the evaluator line, to be called back with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

MAX_ENTRIES = 200


class History:
    """Entries, oldest first, with a cursor. What is being typed is kept while one walks through older entries."""

    def __init__(self, entries: Sequence[str] = ()) -> None:
        self._entries = list(entries[-MAX_ENTRIES:])
        self._cursor = len(self._entries)
        self._draft = ""

    @property
    def entries(self) -> tuple[str, ...]:
        """All entries, oldest first."""
        return tuple(self._entries)

    def add(self, text: str) -> None:
        """Remembers a line that was carried out; the same one twice in a row counts once."""
        if not self._entries or self._entries[-1] != text:
            self._entries.append(text)
            del self._entries[:-MAX_ENTRIES]
        self._cursor = len(self._entries)
        self._draft = ""

    def older(self, typed: str) -> str | None:
        """The entry before the one shown; None at the oldest. `typed` is what stands on the line."""
        if self._cursor == 0:
            return None
        if self._cursor == len(self._entries):
            self._draft = typed
        self._cursor -= 1
        return self._entries[self._cursor]

    def newer(self) -> str | None:
        """The entry after the one shown, at last what was being typed; None if that is shown already."""
        if self._cursor >= len(self._entries):
            return None
        self._cursor += 1
        return self._draft if self._cursor == len(self._entries) else self._entries[self._cursor]
