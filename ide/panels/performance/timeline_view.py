"""A recording as a timeline: lanes of slices and a curve of memory; the wheel zooms, dragging moves, a click chooses.

Only what is in sight is drawn, and no more than one slice for a pixel of a lane.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import milliseconds
from ide.models.performance.shown_range import ShownRange
from ide.models.performance.slices import LANES, Lane, Recording, Slice
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress

LABELS, RULER, LANE, MEMORY = 100, 20, 26, 48
SHORTEST_PX, NEAR_PX = 2.0, 4.0
ZOOM = 1.25
COLORS: dict[Lane, str] = {"pages": "name", "input": "warn", "updates": "link", "calls": "info", "tasks": "fail"}
PART_COLORS = {"logic": "warn", "wire": "dim", "view": "name", "paint": "ok"}
CLOSE_PX = 70


class TimelineView(QWidget):
    """`chosen` carries a Slice, or None."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(RULER + LANE * len(LANES) + MEMORY)
        self._appearance = appearance
        self._look: Look = load_look(appearance.theme)
        self._recording = Recording()
        self.range = ShownRange()
        self.selected: Slice | None = None
        self._dragged_from: float | None = None
        self._has_moved = False
        dress(self, appearance, self._dress)

    def show_recording(self, recording: Recording) -> None:
        """Shows what it holds by now."""
        self._recording = recording
        first_ms, last_ms = recording.span_ms
        self.range = self.range.grown(first_ms, last_ms) if recording.slices else ShownRange()
        if not recording.slices:
            self.selected = None
        self.update()

    def area_of(self, one: Slice) -> QRectF:
        """Where a slice is drawn."""
        left = self._x(one.begin_ms)
        top = RULER + LANES.index(one.lane) * LANE
        return QRectF(left, top + 3, max(SHORTEST_PX, self._x(one.end_ms) - left), LANE - 6)

    def slice_at(self, x: float, y: float) -> Slice | None:
        """What is drawn there, the shortest if there are several."""
        found = [
            one for one in self._recording.slices if self.area_of(one).adjusted(-NEAR_PX, 0, NEAR_PX, 0).contains(x, y)
        ]
        return min(found, key=lambda one: one.length_ms, default=None)

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._look.colors
        painter.fillRect(self.rect(), QColor(colors["background"]))
        self._paint_ruler(painter)
        for number, lane in enumerate(LANES):
            top = RULER + number * LANE
            painter.fillRect(QRectF(0, top, self.width(), 1), QColor(colors["row_border"]))
            painter.setPen(QColor(colors["dim"]))
            label = self._appearance.texts(f"performance.lane.{lane}")
            painter.drawText(QRectF(8, top, LABELS - 12, LANE), Qt.AlignmentFlag.AlignVCenter, label)
        painter.setClipRect(QRectF(LABELS, 0, self._room, self.height()))
        occupied: dict[tuple[Lane, int], float] = {}
        for one in self._recording.slices:
            area = self.area_of(one)
            if area.right() < LABELS or area.left() > self.width():
                continue
            key = (one.lane, int(area.left()))
            if area.width() <= SHORTEST_PX and occupied.get(key, 0.0) >= area.width():
                continue
            occupied[key] = area.width()
            self._paint_slice(painter, one, area)
        if self.selected is not None:
            painter.setPen(QPen(QColor(colors["plain"]), 1))
            painter.drawRect(self.area_of(self.selected).adjusted(-1, -1, 1, 1))
        self._paint_memory(painter)
        painter.end()

    def _paint_slice(self, painter: QPainter, one: Slice, area: QRectF) -> None:
        colors = self._look.colors
        left = area.left()
        if one.parts and one.length_ms and area.width() > 4:
            for name, length_ms in one.parts:
                width = area.width() * length_ms / one.length_ms
                painter.fillRect(QRectF(left, area.top(), width, area.height()), QColor(colors[PART_COLORS[name]]))
                left += width
        else:
            painter.fillRect(area, QColor(colors["fail" if one.has_failed else COLORS[one.lane]]))
        if area.width() > 24:
            painter.setPen(QColor(colors["background"]))
            shown = painter.fontMetrics().elidedText(one.name, Qt.TextElideMode.ElideRight, int(area.width()) - 6)
            painter.drawText(area.adjusted(3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ruler(self, painter: QPainter) -> None:
        if not self.range.length_ms:
            return
        step = _round_step(self.range.length_ms / max(1.0, self._room / CLOSE_PX))
        first = self.range.first_ms
        number = int((self.range.begin_ms - first) / step)
        painter.setPen(QColor(self._look.colors["dim"]))
        while (time_ms := first + number * step) <= self.range.begin_ms + self.range.length_ms:
            x = self._x(time_ms)
            if x >= LABELS:
                painter.fillRect(QRectF(x, 0, 1, self.height()), QColor(self._look.colors["row_border"]))
                painter.drawText(QRectF(x + 3, 0, CLOSE_PX, RULER), Qt.AlignmentFlag.AlignVCenter, _time(number * step))
            number += 1

    def _paint_memory(self, painter: QPainter) -> None:
        samples = list(self._recording.memory)
        top = RULER + LANE * len(LANES)
        painter.setClipping(False)
        painter.setPen(QColor(self._look.colors["dim"]))
        painter.drawText(
            QRectF(8, top, LABELS - 12, LANE),
            Qt.AlignmentFlag.AlignVCenter,
            self._appearance.texts("performance.lane.memory"),
        )
        most = max((sample.total_mb for sample in samples), default=0.0)
        if not most:
            return
        painter.setClipRect(QRectF(LABELS, 0, self._room, self.height()))
        for role, sizes in (
            ("dim", [one.total_mb for one in samples]),
            ("link", [one.view_mb for one in samples]),
            ("ok", [one.logic_mb for one in samples]),
        ):
            points = [
                QPointF(self._x(sample.time_ms), top + MEMORY - 4 - amount / most * (MEMORY - 8))
                for sample, amount in zip(samples, sizes, strict=True)
            ]
            painter.setPen(QPen(QColor(self._look.colors[role]), 1.5))
            painter.drawPolyline(QPolygonF(points))

    # -- the user

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
            self._zoom(1 / ZOOM, LABELS + self._room / 2)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_S):
            self._zoom(ZOOM, LABELS + self._room / 2)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_A, Qt.Key.Key_Right, Qt.Key.Key_D):
            is_back = key in (Qt.Key.Key_Left, Qt.Key.Key_A)
            self._move(self.range.length_ms * (-0.1 if is_back else 0.1))
        elif key == Qt.Key.Key_Home:
            self.range = ShownRange.whole(*self._recording.span_ms)
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._has_moved = event.position().x(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is None:
            return
        by_px = event.position().x() - self._dragged_from
        if self._has_moved or abs(by_px) > NEAR_PX:
            self._has_moved = True
            self._dragged_from = event.position().x()
            self._move(-by_px / max(1.0, self._room) * self.range.length_ms)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._has_moved:
            self.selected = self.slice_at(event.position().x(), event.position().y())
            self.chosen.emit(self.selected)
            self.update()
        self._dragged_from = None

    def _zoom(self, factor: float, x: float) -> None:
        self.range = self.range.zoomed(factor, self.range.at(x - LABELS, self._room))
        self.update()

    def _move(self, by_ms: float) -> None:
        self.range = self.range.moved(by_ms)
        self.update()

    @property
    def _room(self) -> float:
        return max(1.0, float(self.width() - LABELS))

    def _x(self, time_ms: float) -> float:
        return LABELS + self.range.x(time_ms, self._room)

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
