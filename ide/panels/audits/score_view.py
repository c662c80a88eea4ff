"""The score as rings: the whole, and each category."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.widgets.dressing import dress

RING, LABEL, GAP, PEN = 56, 18, 12, 5
HEIGHT = RING + LABEL + 2 * GAP
GOOD, FAIR = 90, 70


class ScoreView(QWidget):
    """Shows names and points up to 100."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._scores: Sequence[tuple[str, int]] = ()
        self._look: Look = load_look(appearance.theme)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        dress(self, appearance, self._dress)

    def show_scores(self, scores: Sequence[tuple[str, int]]) -> None:
        """Shows these."""
        self._scores = scores
        self.setAccessibleName(", ".join(f"{name} {points}" for name, points in scores))
        self.setVisible(bool(scores))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(GAP + len(self._scores) * (RING + 3 * GAP), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        return HEIGHT * max(1, -(-len(self._scores) // self._columns(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._look.colors
        columns = self._columns(self.width())
        width = (self.width() - GAP) // columns
        for number, (name, points) in enumerate(self._scores):
            row, column = divmod(number, columns)
            left, top = GAP + column * width, row * HEIGHT
            circle = QRectF(left + (width - RING) / 2, top + GAP / 2, RING, RING).adjusted(PEN, PEN, -PEN, -PEN)
            painter.setPen(QPen(QColor(colors["border"]), PEN))
            painter.drawEllipse(circle)
            role = "ok" if points >= GOOD else "warn" if points >= FAIR else "fail"
            painter.setPen(QPen(QColor(colors[role]), PEN))
            painter.drawArc(circle, 90 * 16, -round(points * 3.6 * 16))
            painter.setPen(QColor(colors["plain"]))
            font = QFont(self.font())
            font.setBold(True)
            font.setPixelSize(17)
            painter.setFont(font)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(points))
            painter.setFont(self.font())
            area = QRect(left, top + RING + GAP // 2, width, LABEL)
            shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width - 4)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()

    def _columns(self, width: int) -> int:
        """How many rings stand side by side; the others go below."""
        return max(1, min(len(self._scores), (width - GAP) // (RING + GAP)))

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.update()
