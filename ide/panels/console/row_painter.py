"""Draws one laid-out row of the console: background, border, icon or count, and the text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.row_layout import RowLayout, Style


class RowPainter:
    """Draws rows in one look."""

    def __init__(self, style: Style, icons: ConsoleIcons) -> None:
        self._style = style
        self._icons = icons

    def color(self, name: str) -> QColor:
        """A colour of the look."""
        return QColor(self._style.look.colors[name])

    def paint(
        self,
        painter: QPainter,
        layout: RowLayout,
        area: QRectF,
        part: tuple[int, int | None] | None,
        *,
        is_selected: bool,
    ) -> None:
        """Draws the row into `area`; `part` of its text is marked."""
        tone = layout.content.tone
        shaded = tone in ("error", "warn") and layout.content.icon in ("error", "warn")
        if is_selected:
            painter.fillRect(area, self.color("selected"))
        elif shaded:
            painter.fillRect(area, self.color(f"{tone}_background"))
        border = f"{tone}_border" if shaded else "row_border"
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self.color(border))
        if tone == "divider":
            painter.setPen(self.color("divider"))
            middle = round(area.center().y())
            for left, right in ((0.0, 0.3), (0.7, 1.0)):
                painter.drawLine(round(left * area.width()) + 8, middle, round(right * area.width()) - 8, middle)
        if layout.badge_text:
            self._paint_badge(painter, layout, area)
        elif layout.content.icon:
            self._paint_icon(painter, layout.content.icon, area)
        layout.draw(painter, area.topLeft(), part)

    def _paint_icon(self, painter: QPainter, name: str, area: QRectF) -> None:
        size = self._style.look.sizes["icon"]
        pixmap = self._icons.pixmap(name, f"icon_{name}", size, painter.device().devicePixelRatioF())
        middle = self._style.padding + self._style.line_height / 2
        painter.drawPixmap(QPointF((self._style.gutter - size) / 2, area.top() + middle - size / 2), pixmap)

    def _paint_badge(self, painter: QPainter, layout: RowLayout, area: QRectF) -> None:
        tone = layout.content.tone
        badge = QRectF(4, area.top() + self._style.padding + 1, layout.badge_width, self._style.line_height - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color(f"badge_{tone}" if tone in ("error", "warn") else "badge"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self.color("badge_text"))
        font = QFont(self._style.font)
        font.setPixelSize(self._style.look.sizes["font"] - 1)
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, layout.badge_text)
