"""A phone to tilt by dragging: forwards and sideways, with the arrow keys too."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress

_DEGREES_A_PIXEL = 1.0
_KEY_DEGREES = 5.0
_KEYS = {
    Qt.Key.Key_Up: (_KEY_DEGREES, 0.0), Qt.Key.Key_Down: (-_KEY_DEGREES, 0.0),
    Qt.Key.Key_Left: (0.0, -_KEY_DEGREES), Qt.Key.Key_Right: (0.0, _KEY_DEGREES),
}  # fmt: skip


class TiltView(QWidget):
    """`tilt(beta, gamma)` hears how it is held, in degrees."""

    def __init__(self, tilt: Callable[[float, float], None], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._tilt = tilt
        self._beta = self._gamma = 0.0
        self._from: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        dress(self, appearance, self._dress)

    def sizeHint(self) -> QSize:
        return QSize(160, 130)

    def show_held(self, beta: float, gamma: float) -> None:
        """How the phone is held."""
        if (beta, gamma) != (self._beta, self._gamma):
            self._beta, self._gamma = beta, gamma
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            way = event.position() - self._from
            self._from = event.position()
            self._move(-way.y() * _DEGREES_A_PIXEL, way.x() * _DEGREES_A_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._move(-self._beta, -self._gamma)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._move(*way)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._line), 2))
        painter.setBrush(QColor(self._fill))
        painter.drawPolygon(QPolygonF([self._seen(x, y) for x, y in ((-26, -46), (26, -46), (26, 46), (-26, 46))]))
        painter.drawLine(self._seen(-7, 38), self._seen(7, 38))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)

    def _seen(self, x: float, y: float) -> QPointF:
        """A point of the phone as somebody sees it who looks at it from above, a little from below its end."""
        beta, gamma = math.radians(self._beta), math.radians(self._gamma)
        across, depth = x * math.cos(gamma), -x * math.sin(gamma)
        along, depth = y * math.cos(beta) - depth * math.sin(beta), y * math.sin(beta) + depth * math.cos(beta)
        near = 1 / (1 - depth / 260)
        return QPointF(self.width() / 2 + across * near, self.height() / 2 + along * near)

    def _move(self, beta: float, gamma: float) -> None:
        self._tilt(self._beta + beta, self._gamma + gamma)

    def _dress(self, appearance: Appearance) -> None:
        colors = appearance.theme.colors
        self._line, self._fill, self._accent = colors["text_dim"], colors["hover"], colors["accent"]
        self.setAccessibleName(appearance.texts("device.tilt"))
        self.setToolTip(appearance.texts("device.tilt_tip"))
        self.update()
