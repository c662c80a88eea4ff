"""A coloured frame over a part of the phone, as inspectors draw it; mouse and touch go through it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

FILL = QColor(111, 168, 220, 110)
EDGE = QColor(26, 115, 232)
LABEL_HEIGHT = 18
LABEL_GAP = 2


class Mark(QWidget):
    """Lies over a phone and shows one area with a label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parent = parent
        self.area = QRectF()
        self.label = ""
        self.hide()

    def show_area(self, area: QRectF, label: str) -> None:
        """Draws the area (in the parent's pixels)."""
        self.area, self.label = area, label
        self.setGeometry(self._parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.area, FILL)
        painter.setPen(QPen(EDGE, 1))
        painter.drawRect(self.area)
        width = painter.fontMetrics().horizontalAdvance(self.label) + 10
        below = self.area.bottom() + LABEL_GAP
        top = below if below + LABEL_HEIGHT < self.height() else max(0.0, self.area.top() - LABEL_HEIGHT - LABEL_GAP)
        box = QRectF(min(max(0.0, self.area.left()), max(0.0, self.width() - width)), top, width, LABEL_HEIGHT)
        painter.fillRect(box, EDGE)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.label)
