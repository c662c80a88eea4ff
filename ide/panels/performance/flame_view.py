"""A profile as a flame chart: calls below those that are around them, over time. What is too narrow is left out."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.performance.shown_range import ShownRange
from ide.panels.performance.time_view import RULER, TimeView
from simulator.debug.profile import Profile, Ran

ROW = 18
NARROWEST_PX = 0.5
COLORS = ("link", "info", "name", "warn", "string", "key", "method")


class FlameView(TimeView):
    """`chosen` carries a Ran, or None."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, 0, parent)
        self.profile: Profile | None = None
        self.selected: Ran | None = None
        self._top = 0.0

    def show_profile(self, profile: Profile | None) -> None:
        """Shows all of it."""
        self.profile, self.selected, self._top = profile, None, 0.0
        self.range = ShownRange.whole(0.0, profile.length_us / 1000) if profile and profile.calls else ShownRange()
        self.update()

    def area_of(self, one: Ran) -> QRectF:
        """Where a call is drawn."""
        left, right = self._x(one.begin_us / 1000), self._x(one.end_us / 1000)
        return QRectF(left, RULER + one.depth * ROW + self._top, right - left, ROW - 1)

    def pick(self, x: float, y: float) -> Ran | None:
        """The call at a place, or nothing."""
        calls = self.profile.calls if self.profile else ()
        near = (one for one in calls if self.area_of(one).adjusted(-1, 0, 1, 0).contains(x, y))
        self.selected = max(near, key=lambda one: one.depth, default=None)
        return self.selected

    def drag_down(self, by_px: float) -> None:
        """Deep calls come into sight."""
        deepest = max((one.depth for one in self.profile.calls), default=0) if self.profile else 0
        lowest = min(0.0, self.height() - RULER - (deepest + 1) * ROW)
        self._top = min(0.0, max(lowest, self._top + by_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._look.colors
        painter.fillRect(self.rect(), QColor(colors["background"]))
        if self.profile is None or not self.profile.calls:
            painter.setPen(QColor(colors["dim"]))
            nothing = self._appearance.texts("performance.no_profile")
            painter.drawText(self.rect().adjusted(12, 0, -12, 0), _CENTRED, nothing)
            painter.end()
            return
        self.paint_ruler(painter)
        painter.setClipRect(QRectF(0, RULER, self.width(), self.height()))
        for one in self.profile.calls:
            area = self.area_of(one)
            if area.right() < 0 or area.left() > self.width() or area.width() < NARROWEST_PX:
                continue
            if area.bottom() < RULER or area.top() > self.height():
                continue
            function = self.profile.functions[one.function]
            # A function has the same colour wherever it is called.
            color = COLORS[crc32(f"{function.file}{function.name}".encode()) % len(COLORS)]
            painter.fillRect(area, QColor(colors[color]))
            if area.width() > 24:
                painter.setPen(QColor(colors["background"]))
                room = area.intersected(QRectF(self.rect())).adjusted(3, 0, -2, 0)
                name = painter.fontMetrics().elidedText(function.name, Qt.TextElideMode.ElideRight, int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        if self.selected is not None:
            painter.setPen(QPen(QColor(colors["plain"]), 1))
            painter.drawRect(self.area_of(self.selected))
        painter.end()


_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
