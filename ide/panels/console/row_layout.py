"""One row of the console, broken into lines for a width: what is drawn where, and what lies under the mouse."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ide.models.console.lines import LEFT_RIGHT_JOIN, RIGHT_JOIN, Action, Content, Line, Source, Span, Tone
from ide.models.console.look import Look
from ide.models.console.text_style import TextStyle, text_style
from ide.panels.console.text_block import TextBlock, units
from ide.widgets.console_font import console_font

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
        sizes = look.sizes
        return cls(look, console_font(look), sizes["line"], sizes["padding"], sizes["gutter"], sizes["indent"])

    @property
    def row_height(self) -> int:
        """The height of a row of one line."""
        return self.line_height + 2 * self.padding + 1


class RowLayout:
    """Lines of one row, laid out. Coordinates begin at the row's top left corner."""

    def __init__(self, content: Content, width: int, style: Style) -> None:
        self.content = content
        self._style = style
        self._texts: list[TextBlock] = []
        self.badge_text = ("99+" if content.count > 99 else str(content.count)) if content.count > 1 else ""
        metrics = QFontMetricsF(style.font)
        self.badge_width = round(metrics.horizontalAdvance(self.badge_text)) + 10 if self.badge_text else 0
        y = float(style.padding)
        start = 0
        for number, line in enumerate(content.lines):
            y += self._add(line, y, width, start, is_first=number == 0)
            start += len(line.text()) + 1
        self.height = round(y) + style.padding + 1

    def action_at(self, point: QPointF) -> Action | None:
        """What a click there does."""
        return next((action for text in self._texts if (action := text.action_at(point)) is not None), None)

    def place_of(self, action: Action) -> QPointF | None:
        """A point where a click carries out the action."""
        return next((place for text in self._texts if (place := text.place_of(action)) is not None), None)

    def offset_at(self, point: QPointF) -> int:
        """The place in `content.text()` that is nearest to the point."""
        here = [text for text in self._texts if point.y() < text.position.y() + text.height] or self._texts[-1:]
        beside = [text for text in here if text.position.y() == here[0].position.y()]
        reached = [text for text in beside if text.position.x() <= point.x()] or beside
        return max(reached, key=lambda text: text.position.x()).offset_at(point)

    def draw(self, painter: QPainter, origin: QPointF, part: tuple[int, int | None] | None = None) -> None:
        """Draws the text at `origin`; `part` of `content.text()` is marked (end None: to the row's end)."""
        marking = QColor(self._style.look.colors["selected"])
        for text in self._texts:
            text.draw(painter, origin, part, marking)

    def _add(self, line: Line, y: float, width: int, start: int, *, is_first: bool) -> float:
        style = self._style
        start += len(line.lead())
        left = style.gutter + max(0, self.badge_width - style.gutter + EDGE) + line.indent * style.indent
        right_edge = width - EDGE
        if line.right:
            spans = tuple(part for span in line.right for part in (Span(RIGHT_JOIN), span))[1:]
            right_start = start + sum(len(span.text) for span in line.spans) + len(LEFT_RIGHT_JOIN)
            right = self._laid_out(spans, QPointF(0, y), 10_000.0, right_start)
            right_edge -= round(right.layout.lineAt(0).naturalTextWidth())
            self._texts.append(replace(right, position=QPointF(right_edge, y)))
            right_edge -= RIGHT_GAP
        spans = line.spans
        if is_first and self.content.stamp:
            stamp = Span(self.content.stamp + "  ", "dim")
            spans, start = (stamp, *spans), start - len(stamp.text)
        if self.content.tone == "divider":
            return self._centered(spans, y, width, start)
        text = self._laid_out(spans, QPointF(left, y), max(80.0, float(right_edge - left)), start)
        self._texts.append(text)
        return text.height

    def _centered(self, spans: tuple[Span, ...], y: float, width: int, start: int) -> float:
        text = self._laid_out(spans, QPointF(0, y), float(width), start)
        x = (width - text.layout.lineAt(0).naturalTextWidth()) / 2
        self._texts.append(replace(text, position=QPointF(x, y)))
        return text.height

    def _laid_out(self, spans: tuple[Span, ...], position: QPointF, width: float, start: int) -> TextBlock:
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
        return TextBlock(layout, position, spans, max(y, self._style.line_height), start)

    def _formats(self, spans: tuple[Span, ...]) -> list[QTextLayout.FormatRange]:
        formats = []
        start = 0
        for span in spans:
            part = QTextLayout.FormatRange()
            part.start, part.length = start, units(span.text)
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
        if span.css:
            _apply(text_style(span.css), text_format)
        return text_format


def _apply(style: TextStyle, text_format: QTextCharFormat) -> None:
    if style.color:
        text_format.setForeground(QColor(style.color))
    if style.background:
        text_format.setBackground(QColor(style.background))
    if style.is_bold:
        text_format.setFontWeight(QFont.Weight.Bold)
    text_format.setFontItalic(style.is_italic)
    text_format.setFontUnderline(style.is_underlined)
    text_format.setFontStrikeOut(style.is_struck)
