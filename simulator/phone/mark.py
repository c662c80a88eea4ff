"""An element of the phone as inspectors mark it: margin, border, padding and content in a colour each, with a label.

Mouse and touch go through it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

FILLS = (
    QColor(246, 178, 107, 150), QColor(255, 229, 153, 150), QColor(147, 196, 125, 140), QColor(111, 168, 220, 120),
)  # fmt: skip
"""Of the margin, the border, the padding and the content. A single area is content."""
EDGE = QColor(26, 115, 232)
LABEL_HEIGHT = 18
LABEL_GAP = 2


class Mark(QWidget):
    """Lies over a phone and shows one element with a label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parent = parent
        self.areas: Sequence[QRectF] = ()
        self.label = ""
        self.hide()

    def show_areas(self, areas: Sequence[QRectF], label: str) -> None:
        """Draws areas in each other, the outermost first (in the parent's pixels)."""
        self.areas, self.label = areas, label
        self.setGeometry(self._parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.areas:
            return
        painter = QPainter(self)
        fills = FILLS[-len(self.areas) :]
        for number, (area, fill) in enumerate(zip(self.areas, fills, strict=True)):
            ring = QPainterPath()
            ring.setFillRule(Qt.FillRule.OddEvenFill)
            ring.addRect(area)
            if number + 1 < len(self.areas):
                ring.addRect(self.areas[number + 1])
            painter.fillPath(ring, fill)
        # What is clicked is the border box: the second of four.
        area = self.areas[1] if len(self.areas) > 1 else self.areas[0]
        painter.setPen(QPen(EDGE, 1))
        painter.drawRect(area)
        self._draw_label(painter, area)

    def _draw_label(self, painter: QPainter, area: QRectF) -> None:
        width = painter.fontMetrics().horizontalAdvance(self.label) + 10
        below = area.bottom() + LABEL_GAP
        top = below if below + LABEL_HEIGHT < self.height() else max(0.0, area.top() - LABEL_HEIGHT - LABEL_GAP)
        box = QRectF(min(max(0.0, area.left()), max(0.0, self.width() - width)), top, width, LABEL_HEIGHT)
        painter.fillRect(box, EDGE)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.label)
