"""A piece of text of a console row, laid out: what lies under the mouse, and how a part of it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine

from ide.models.console.lines import Action, Span

_BETWEEN = QTextLine.CursorPosition.CursorBetweenCharacters
_ON = QTextLine.CursorPosition.CursorOnCharacter


@dataclass(frozen=True, slots=True)
class TextBlock:
    """`start` is the place of its first character in the row's text as it is copied; it may be negative."""

    layout: QTextLayout
    position: QPointF
    spans: tuple[Span, ...]
    height: float
    start: int

    def action_at(self, point: QPointF) -> Action | None:
        """What a click there does."""
        offset = point - self.position
        for line in self._lines():
            if line.y() <= offset.y() < line.y() + line.height():
                if not line.x() <= offset.x() <= line.x() + line.naturalTextWidth():
                    return None
                return self._action_of(_cursor(line.xToCursor(offset.x(), _ON)))
        return None

    def place_of(self, action: Action) -> QPointF | None:
        """A point where a click carries out the action."""
        cursor = 0
        for span in self.spans:
            if span.action == action:
                line = self.layout.lineForTextPosition(cursor)
                x = (_x(line.cursorToX(cursor)) + _x(line.cursorToX(cursor + 1))) / 2
                return self.position + QPointF(x, line.y() + line.height() / 2)
            cursor += units(span.text)
        return None

    def offset_at(self, point: QPointF) -> int:
        """The place in the row's text that is nearest to the point."""
        offset = point - self.position
        lines = self._lines()
        line = next((line for line in lines if offset.y() < line.y() + line.height()), lines[-1])
        position = _cursor(line.xToCursor(offset.x(), _BETWEEN))
        return max(0, self.start + characters(self.layout.text(), position))

    def draw(self, painter: QPainter, origin: QPointF, part: tuple[int, int | None] | None, marking: QColor) -> None:
        """Draws it; `part` (characters of the row's text) is marked."""
        marks = []
        if part is not None:
            text = self.layout.text()
            first = units(text[: max(0, part[0] - self.start)])
            last = units(text) if part[1] is None else units(text[: max(0, part[1] - self.start)])
            if last > first:
                mark = QTextLayout.FormatRange()
                mark.start, mark.length = first, last - first
                mark.format = QTextCharFormat()
                mark.format.setBackground(marking)
                marks.append(mark)
        self.layout.draw(painter, origin + self.position, marks)

    def _lines(self) -> list[QTextLine]:
        return [self.layout.lineAt(number) for number in range(self.layout.lineCount())]

    def _action_of(self, cursor: int) -> Action | None:
        for span in self.spans:
            length = units(span.text)
            if cursor < length:
                return span.action
            cursor -= length
        return None


def units(text: str) -> int:
    """The length that Qt counts: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, position: int) -> int:
    """A position that Qt counts, in characters."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * position].decode("utf-16-le", "ignore"))


def _cursor(position: Any) -> int:
    """The bindings give the cursor alone or as the first of a pair, depending on the overload."""
    return int(position[0] if isinstance(position, tuple) else position)


def _x(position: Any) -> float:
    return float(position[0] if isinstance(position, tuple) else position)
