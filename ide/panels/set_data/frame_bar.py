"""Where the time of one frame went, as a bar: logic, wire, view, paint."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.quantities import milliseconds
from ide.widgets.plain_text import plain_tip
from simulator.bridge.record import DomTiming

PARTS = {"logic": "#4f8cc9", "wire": "#8a8a8a", "view": "#b57edc", "paint": "#57a773"}
_HEIGHT = 18
_LEAST_WIDTH = 4


class FrameBar(QWidget):
    """Empty while no call is chosen, or its frame is not on the screen."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._timing: DomTiming | None = None
        self.setMinimumHeight(_HEIGHT)

    def show_timing(self, timing: DomTiming | None) -> None:
        """Another frame."""
        self._timing = timing
        self.setToolTip(plain_tip("  ".join(self.words())))
        self.setAccessibleName("  ".join(self.words()))
        self.update()

    def words(self) -> list[str]:
        """Each part and what it took."""
        return [f"{self._appearance.texts(f'set_data.part.{part}')} {milliseconds(ms)}" for part, ms in self._parts()]

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        parts = self._parts()
        if not parts:
            return
        painter = QPainter(self)
        room = self.width() - _LEAST_WIDTH * len(parts)
        whole = sum(ms for _, ms in parts) or 1.0
        left = 0
        for (part, ms), words in zip(parts, self.words(), strict=True):
            width = _LEAST_WIDTH + int(room * ms / whole)
            area = QRect(left, (self.height() - _HEIGHT) // 2, width, _HEIGHT)
            painter.fillRect(area, QColor(PARTS[part]))
            painter.setPen(QColor("#ffffff"))
            if painter.fontMetrics().horizontalAdvance(words) + 6 <= width:
                painter.drawText(area.adjusted(4, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
            left += width

    def _parts(self) -> list[tuple[str, float]]:
        timing = self._timing
        if timing is None:
            return []
        return [
            ("logic", timing.logic_ms), ("wire", timing.wire_ms), ("view", timing.view_ms), ("paint", timing.paint_ms),
        ]  # fmt: skip
