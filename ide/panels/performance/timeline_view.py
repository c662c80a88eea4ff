"""A recording as a timeline: lanes of slices and a curve of memory; the wheel zooms, dragging moves, a click chooses.

Only what is in sight is drawn, and no more than one slice for a pixel of a lane.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.performance.shown_range import ShownRange
from ide.models.performance.slices import LANES, Lane, Recording, Slice
from ide.panels.performance.time_view import NEAR_PX, RULER, TimeView

LABELS, LANE, LEAST_LANE, MEMORY, LEAST_MEMORY = 100, 26, 13, 48, 24
SHORTEST_PX = 2.0
COLORS: dict[Lane, str] = {"pages": "name", "input": "warn", "updates": "link", "calls": "info", "tasks": "fail"}
PART_COLORS = {
    "logic": "warn", "wire": "dim", "view": "name", "wait": "dim", "style": "key", "layout": "fail", "paint": "ok",
    "script": "warn", "render": "key", "other": "dim",
}  # fmt: skip


class TimelineView(TimeView):
    """`chosen` carries a Slice, or None."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, LABELS, parent)
        self.setMinimumHeight(RULER + LEAST_LANE * len(LANES) + LEAST_MEMORY)
        self._recording = Recording()
        self.selected: Slice | None = None

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
        gap = 3 if self._lane > LEAST_LANE + 4 else 1
        top = RULER + LANES.index(one.lane) * self._lane
        return QRectF(left, top + gap, max(SHORTEST_PX, self._x(one.end_ms) - left), self._lane - 2 * gap)

    @property
    def _lane(self) -> int:
        """How high a lane is: as high as all of them and the memory have room."""
        room = self.height() - RULER
        memory = MEMORY if room >= LANE * len(LANES) + MEMORY else LEAST_MEMORY
        return max(LEAST_LANE, min(LANE, (room - memory) // len(LANES)))

    def slice_at(self, x: float, y: float) -> Slice | None:
        """What is drawn there, the shortest if there are several."""
        found = [
            one for one in self._recording.slices if self.area_of(one).adjusted(-NEAR_PX, 0, NEAR_PX, 0).contains(x, y)
        ]
        return min(found, key=lambda one: one.length_ms, default=None)

    def pick(self, x: float, y: float) -> Slice | None:
        """The slice at a place, or nothing."""
        self.selected = self.slice_at(x, y)
        return self.selected

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._look.colors
        painter.fillRect(self.rect(), QColor(colors["background"]))
        self.paint_ruler(painter)
        for number, lane in enumerate(LANES):
            top = RULER + number * self._lane
            painter.fillRect(QRectF(0, top, self.width(), 1), QColor(colors["row_border"]))
            painter.setPen(QColor(colors["dim"]))
            label = self._appearance.texts(f"performance.lane.{lane}")
            painter.drawText(QRectF(8, top, LABELS - 12, self._lane), Qt.AlignmentFlag.AlignVCenter, label)
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

    def _paint_memory(self, painter: QPainter) -> None:
        samples = list(self._recording.memory)
        top = RULER + self._lane * len(LANES)
        height = self.height() - top if self._lane < LANE else MEMORY
        painter.setClipping(False)
        painter.setPen(QColor(self._look.colors["dim"]))
        painter.drawText(
            QRectF(8, top, LABELS - 12, self._lane),
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
                QPointF(self._x(sample.time_ms), top + height - 4 - amount / most * (height - 8))
                for sample, amount in zip(samples, sizes, strict=True)
            ]
            painter.setPen(QPen(QColor(self._look.colors[role]), 1.5))
            painter.drawPolyline(QPolygonF(points))
