"""What is selected in the console: whole rows, or a stretch of text from one row to another. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["rows", "text"]

_WORD = re.compile(r"[\w$]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text of a row; `sequence` is that of the row's first record, `offset` counts characters."""

    sequence: int
    offset: int


class Selection:
    """Where a selection began and where it ends now. `index_of` finds the row of a sequence, if it is still shown."""

    def __init__(self, index_of: Callable[[int], int | None]) -> None:
        self._index_of = index_of
        self._anchor: Place | None = None
        self._head: Place | None = None
        self._kind: Kind = "rows"

    def clear(self) -> None:
        """Nothing is selected."""
        self._anchor = self._head = None

    def begin(self, place: Place) -> None:
        """A row was clicked."""
        self._anchor = self._head = place
        self._kind = "rows"

    def extend(self, place: Place, kind: Kind | None = None) -> None:
        """The selection reaches to here; without `kind` it stays what it was."""
        self._anchor = self._anchor or place
        self._head = place
        self._kind = kind or self._kind

    def select(self, start: Place, end: Place, kind: Kind) -> None:
        """From one place to another."""
        self._anchor, self._head, self._kind = start, end, kind

    @property
    def rows(self) -> range:
        """The rows that it touches."""
        ends = self._ends()
        return range(ends[0][0], ends[1][0] + 1) if ends else range(0)

    @property
    def is_text(self) -> bool:
        """Whether it is a stretch of text."""
        return self._kind == "text" and self._anchor != self._head

    def part_of(self, index: int) -> tuple[int, int | None] | None:
        """The selected characters of a row: start and end (None: to the row's end). None unless text is selected."""
        ends = self._ends()
        if not self.is_text or ends is None or not ends[0][0] <= index <= ends[1][0]:
            return None
        (first, start), (last, end) = ends
        return (start if index == first else 0, end if index == last else None)

    def _ends(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        found = [
            (index, place.offset)
            for place in (self._anchor, self._head)
            if place is not None and (index := self._index_of(place.sequence)) is not None
        ]
        return (min(found), max(found)) if found else None


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word around a place, as a double click selects it; of one character if it is no word."""
    for match in _WORD.finditer(text):
        if match.start() <= offset < match.end():
            return match.span()
    return (offset, min(offset + 1, len(text)))
