"""Where something stands in a text: offsets, UTF-16 positions of editors, spans of findings. The one place for it.

Lines end as editors end them: at a line feed, a carriage return, or both together. Spans of the compiler count code
points and know line feeds alone; offsets are what all of them have in common.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from runtime.diagnostics import Span
from runtime.language.answers import Position, Range

_WIDE = 0xFFFF


class Lines:
    """The lines of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def offset(self, position: Position) -> int | None:
        """The offset of a position; None if the text has no such line. A column behind the end is the line's end.

        A column in the middle of a surrogate pair is the one before it.
        """
        if position.line < 0 or position.character < 0 or position.line >= len(self._starts):
            return None
        start, end = self._line(position.line)
        line = self.text[start:end]
        if line.isascii():
            return min(start + position.character, end)
        units = 0
        for index, character in enumerate(line):
            units += 2 if ord(character) > _WIDE else 1
            if units > position.character:
                return start + index
        return end

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        return Position(line, utf16_length(self.text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The range between two offsets."""
        return Range(self.position(start), self.position(end))

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets of a finding's span; that of a whole file is empty and at its start."""
        if span.line == 0:
            return 0, 0
        start = self._of_span(span.line, span.column)
        return start, max(start, self._of_span(span.end_line, span.end_column))

    def _of_span(self, line: int, column: int) -> int:
        if line > len(self._fed):
            return len(self.text)
        start = self._fed[line - 1]
        end = self._fed[line] if line < len(self._fed) else len(self.text)
        return min(start + max(column, 1) - 1, end)

    def _line(self, line: int) -> tuple[int, int]:
        """Where a line starts, and where it ends without what ends it."""
        start = self._starts[line]
        if line + 1 == len(self._starts):
            return start, len(self.text)
        end = self._starts[line + 1] - 1
        return start, end - 1 if end > start and self.text[end - 1 : end + 1] == "\r\n" else end

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" not in self.text:
            return self._fed
        starts = [0]
        for index, character in enumerate(self.text):
            if character == "\n" or (character == "\r" and self.text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return starts

    @cached_property
    def _fed(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts


def utf16_length(text: str) -> int:
    """The length as editors and JavaScript count it."""
    return len(text) if text.isascii() else len(text) + sum(ord(character) > _WIDE for character in text)
