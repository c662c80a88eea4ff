"""A picture of a stretch of time: the wheel zooms, dragging and arrow keys move, Home shows all, a click chooses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import milliseconds
from ide.models.performance.shown_range import ShownRange
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress

RULER, NEAR_PX, CLOSE_PX = 20, 4.0, 70
ZOOM = 1.25


class TimeView(QWidget):
    """`chosen` carries what was clicked on, or None. `margin`: what lies left of the time."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, margin: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.range = ShownRange()
        self._appearance = appearance
        self._margin = margin
        self._look: Look = load_look(appearance.theme)
        self._dragged_from: tuple[float, float] | None = None
        self._has_moved = False
        dress(self, appearance, self._dress)

    def pick(self, x: float, y: float) -> object:
        """What is drawn there becomes what is chosen."""
        raise NotImplementedError

    def drag_down(self, by_px: float) -> None:
        """Dragged up or down."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.range.length_ms:
            return
        delta = event.angleDelta()
        if abs(delta.x()) > abs(delta.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move((delta.x() or delta.y()) / -600 * self.range.length_ms)
        else:
            self._zoom(ZOOM if delta.y() < 0 else 1 / ZOOM, event.position().x())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_W):
            self._zoom(1 / ZOOM, self._margin + self._room / 2)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_S):
            self._zoom(ZOOM, self._margin + self._room / 2)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_A, Qt.Key.Key_Right, Qt.Key.Key_D):
            is_back = key in (Qt.Key.Key_Left, Qt.Key.Key_A)
            self._move(self.range.length_ms * (-0.1 if is_back else 0.1))
        elif key == Qt.Key.Key_Home:
            self.range = ShownRange.whole(self.range.first_ms, self.range.last_ms)
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._has_moved = (event.position().x(), event.position().y()), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            return
        x, y = event.position().x(), event.position().y()
        by_x, by_y = x - self._dragged_from[0], y - self._dragged_from[1]
        if self._has_moved or max(abs(by_x), abs(by_y)) > NEAR_PX:
            self._has_moved = True
            self._dragged_from = x, y
            self.drag_down(by_y)
            self._move(-by_x / self._room * self.range.length_ms)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._has_moved:
            self.chosen.emit(self.pick(event.position().x(), event.position().y()))
            self.update()
        self._dragged_from = None

    def paint_ruler(self, painter: QPainter) -> None:
        """Round times since the beginning."""
        if not self.range.length_ms:
            return
        step = _round_step(self.range.length_ms / max(1.0, self._room / CLOSE_PX))
        first = self.range.first_ms
        number = int((self.range.begin_ms - first) / step)
        painter.setPen(QColor(self._look.colors["dim"]))
        while (time_ms := first + number * step) <= self.range.begin_ms + self.range.length_ms:
            x = self._x(time_ms)
            if x >= self._margin:
                painter.fillRect(QRectF(x, 0, 1, self.height()), QColor(self._look.colors["row_border"]))
                painter.drawText(QRectF(x + 3, 0, CLOSE_PX, RULER), Qt.AlignmentFlag.AlignVCenter, _time(number * step))
            number += 1

    def _zoom(self, factor: float, x: float) -> None:
        self.range = self.range.zoomed(factor, self.range.at(x - self._margin, self._room))
        self.update()

    def _move(self, by_ms: float) -> None:
        self.range = self.range.moved(by_ms)
        self.update()

    @property
    def _room(self) -> float:
        return max(1.0, float(self.width() - self._margin))

    def _x(self, time_ms: float) -> float:
        return self._margin + self.range.x(time_ms, self._room)

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.update()


def _round_step(least_ms: float) -> float:
    """1, 2 or 5 times a power of ten, no less."""
    step = 0.1
    while True:
        for times in (1, 2, 5):
            if step * times >= least_ms:
                return step * times
        step *= 10


def _time(time_ms: float) -> str:
    return "0" if time_ms < 0.05 else milliseconds(time_ms)
