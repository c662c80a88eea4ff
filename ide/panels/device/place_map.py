"""A small map on which a click sets the place; it is dragged and zoomed, with keys too."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ide.models.appearance import Appearance
from ide.models.ground import ATTRIBUTION, City, cities, coasts, place_at, projected
from ide.widgets.dressing import dress

_WIDEST, _NARROWEST = 200.0, 4_000_000.0
"""Pixels that the whole earth is wide."""
_ZOOM = 1.5
_KEY_PX = 8
_CITIES = 12
_KEYS = {
    Qt.Key.Key_Left: (-_KEY_PX, 0), Qt.Key.Key_Right: (_KEY_PX, 0), Qt.Key.Key_Up: (0, -_KEY_PX),
    Qt.Key.Key_Down: (0, _KEY_PX),
}  # fmt: skip


class PlaceMap(QWidget):
    """`move(latitude, longitude)` hears where the user wants to be."""

    def __init__(self, move: Callable[[float, float], None], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._move = move
        rings = [QPolygonF([QPointF(x, y) for x, y in ring]) for ring in coasts()]
        self._land = [(ring, ring.boundingRect()) for ring in rings]
        self._cities = cities()
        self._width_px = 20_000.0
        self._centre = QPointF(0.5, 0.5)
        self._place: QPointF | None = None
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setMinimumHeight(150)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        dress(self, appearance, self._dress)

    def sizeHint(self) -> QSize:
        return QSize(320, 190)

    def show_place(self, latitude: float, longitude: float) -> None:
        """Marks the place; a place out of sight comes into the middle."""
        place = QPointF(*projected(latitude, longitude))
        if place != self._place:
            self._place = place
            if not self.rect().adjusted(10, 10, -10, -10).contains(self._seen(place).toPoint()):
                self._centre = place
            self.update()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Nearer or farther; the point `around` of the widget stays where it is."""
        fixed = around or QPointF(self.rect().center())
        before = self._plane(fixed)
        self._width_px = max(_WIDEST, min(_NARROWEST, self._width_px * factor))
        self._centre += before - self._plane(fixed)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._is_dragged or way.manhattanLength() > QApplication.startDragDistance():
            self._is_dragged, self._pressed = True, event.position()
            self._centre -= way / self._width_px
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._is_dragged:
            self._go(self._plane(event.position()))
        self._pressed = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without the focus the wheel is for the page around the map.
        if self.hasFocus():
            self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM, event.position())
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is not None and self._place is not None:
            self._go(self._place + QPointF(*way) / self._width_px)
        elif event.text() in ("+", "-"):
            self.zoom(_ZOOM if event.text() == "+" else 1 / _ZOOM)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._water))
        corner = self._plane(QPointF(0, 0))
        seen = QRectF(corner, self._plane(QPointF(self.width(), self.height())))
        to_widget = QTransform.fromScale(self._width_px, self._width_px).translate(-corner.x(), -corner.y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground))
        for ring, box in self._land:
            if box.intersects(seen):
                painter.drawPolygon(to_widget.map(ring))
        self._draw_cities(painter, [city for city in self._cities if seen.contains(city.x, city.y)][:_CITIES])
        if self._place is not None:
            painter.setPen(QPen(QColor("white"), 2))
            painter.setBrush(QColor(self._accent))
            painter.drawEllipse(self._seen(self._place), 6, 6)
        painter.setPen(QPen(QColor(self._accent if self.hasFocus() else self._dim), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(self._dim))
        painter.drawText(self.rect().adjusted(4, 2, -5, -3), Qt.AlignmentFlag.AlignBottom, ATTRIBUTION)

    def _draw_cities(self, painter: QPainter, shown: list[City]) -> None:
        painter.setPen(QColor(self._text))
        for city in shown:
            point = self._seen(QPointF(city.x, city.y))
            painter.drawEllipse(point, 1.5, 1.5)
            painter.drawText(point + QPointF(5, 4), city.name)

    def _go(self, point: QPointF) -> None:
        latitude, longitude = place_at(point.x(), point.y())
        digits = max(2, math.ceil(math.log10(self._width_px / 360)) + 1)
        self._move(round(latitude, digits), round(longitude, digits))

    def _seen(self, point: QPointF) -> QPointF:
        return (point - self._centre) * self._width_px + QPointF(self.width() / 2, self.height() / 2)

    def _plane(self, point: QPointF) -> QPointF:
        return (point - QPointF(self.width() / 2, self.height() / 2)) / self._width_px + self._centre

    def _dress(self, appearance: Appearance) -> None:
        colors = appearance.theme.colors
        self._water, self._ground, self._text = colors["field"], colors["hover"], colors["text"]
        self._dim, self._accent = colors["text_dim"], colors["accent"]
        self.setAccessibleName(appearance.texts("device.map"))
        self.setToolTip(appearance.texts("device.map_tip"))
        self.update()
