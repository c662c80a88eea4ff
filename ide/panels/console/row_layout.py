"""One row of the console, broken into lines for a width: what is drawn where, and what lies under the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ide.models.console.lines import Action, Content, Line, Source, Span, Tone
from ide.models.console.look import Look

_TONE_COLORS: dict[Tone, str] = {"error": "error_text", "warn": "warn_text", "debug": "debug_text"}
RIGHT_GAP = 12
EDGE = 8


@dataclass(frozen=True, slots=True)
class Style:
    """What a layout needs to know of the look."""

    look: Look
    font: QFont
    line_height: int
    padding: int
    gutter: int
    indent: int

    @classmethod
    def of(cls, look: Look) -> Style:
        """The style of a look."""
        font = QFont()
        font.setFamilies(list(look.fonts))
        font.setPixelSize(look.sizes["font"])
        font.setStyleHint(QFont.StyleHint.Monospace)
        sizes = look.sizes
        return cls(look, font, sizes["line"], sizes["padding"], sizes["gutter"], sizes["indent"])

    @property
    def row_height(self) -> int:
        """The height of a row of one line."""
        return self.line_height + 2 * self.padding + 1


@dataclass(frozen=True, slots=True)
class _Text:
    layout: QTextLayout
    position: QPointF
    spans: tuple[Span, ...]
    height: float

    def action_at(self, point: QPointF) -> Action | None:
        offset = point - self.position
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.y() <= offset.y() < line.y() + line.height():
                if not line.x() <= offset.x() <= line.x() + line.naturalTextWidth():
                    return None
                return self._action_of(_cursor(line.xToCursor(offset.x(), line.CursorPosition.CursorOnCharacter)))
        return None

    def _action_of(self, cursor: int) -> Action | None:
        for span in self.spans:
            length = _units(span.text)
            if cursor < length:
                return span.action
            cursor -= length
        return None

    def place_of(self, action: Action) -> QPointF | None:
        cursor = 0
        for span in self.spans:
            if span.action == action:
                line = self.layout.lineForTextPosition(cursor)
                x = (_x(line.cursorToX(cursor)) + _x(line.cursorToX(cursor + 1))) / 2
                return self.position + QPointF(x, line.y() + line.height() / 2)
            cursor += _units(span.text)
        return None


class RowLayout:
    """Lines of one row, laid out. Coordinates begin at the row's top left corner."""

    def __init__(self, content: Content, width: int, style: Style) -> None:
        self.content = content
        self._style = style
        self._texts: list[_Text] = []
        self.badge_text = ("99+" if content.count > 99 else str(content.count)) if content.count > 1 else ""
        metrics = QFontMetricsF(style.font)
        self.badge_width = round(metrics.horizontalAdvance(self.badge_text)) + 10 if self.badge_text else 0
        y = float(style.padding)
        for number, line in enumerate(content.lines):
            y += self._add(line, y, width, is_first=number == 0)
        self.height = round(y) + style.padding + 1

    def action_at(self, point: QPointF) -> Action | None:
        """What a click there does."""
        return next((action for text in self._texts if (action := text.action_at(point)) is not None), None)

    def place_of(self, action: Action) -> QPointF | None:
        """A point where a click carries out the action."""
        return next((place for text in self._texts if (place := text.place_of(action)) is not None), None)

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draws the text at `origin`."""
        for text in self._texts:
            text.layout.draw(painter, origin + text.position)

    def _add(self, line: Line, y: float, width: int, *, is_first: bool) -> float:
        style = self._style
        left = style.gutter + max(0, self.badge_width - style.gutter + EDGE) + line.indent * style.indent
        right_edge = width - EDGE
        if line.right:
            spans = tuple(part for span in line.right for part in (Span("   "), span))[1:]
            right = self._laid_out(spans, QPointF(0, y), 10_000.0)
            right_edge -= round(right.layout.lineAt(0).naturalTextWidth())
            self._texts.append(_Text(right.layout, QPointF(right_edge, y), spans, right.height))
            right_edge -= RIGHT_GAP
        spans = line.spans
        if is_first and self.content.stamp:
            spans = (Span(self.content.stamp + "  ", "dim"), *spans)
        if self.content.tone == "divider":
            return self._centered(spans, y, width)
        text = self._laid_out(spans, QPointF(left, y), max(80.0, float(right_edge - left)))
        self._texts.append(text)
        return text.height

    def _centered(self, spans: tuple[Span, ...], y: float, width: int) -> float:
        text = self._laid_out(spans, QPointF(0, y), float(width))
        x = (width - text.layout.lineAt(0).naturalTextWidth()) / 2
        self._texts.append(_Text(text.layout, QPointF(x, y), spans, text.height))
        return text.height

    def _laid_out(self, spans: tuple[Span, ...], position: QPointF, width: float) -> _Text:
        layout = QTextLayout("".join(span.text for span in spans), self._style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(4 * QFontMetricsF(self._style.font).horizontalAdvance(" "))
        option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats(spans))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self._style.line_height - line.height()) / 2))
            y += self._style.line_height
        layout.endLayout()
        return _Text(layout, position, spans, max(y, self._style.line_height))

    def _formats(self, spans: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for span in spans:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, _units(span.text)
            part.format = self._format(span)
            formats.append(part)
            start += part.length
        return formats

    def _format(self, span: Span) -> QTextCharFormat:
        colors = self._style.look.colors
        role = _TONE_COLORS.get(self.content.tone, "plain") if span.role == "plain" else span.role
        text_format = QTextCharFormat()
        text_format.setForeground(QColor(colors[role]))
        if isinstance(span.action, Source):
            text_format.setFontUnderline(True)
        return text_format


def _units(text: str) -> int:
    """The length that Qt counts: UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _cursor(position: Any) -> int:
    """The bindings give the cursor alone or as the first of a pair, depending on the overload."""
    return int(position[0] if isinstance(position, tuple) else position)


def _x(position: Any) -> float:
    return float(position[0] if isinstance(position, tuple) else position)
