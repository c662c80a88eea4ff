"""One frame as a flame: logic, wire, view, style, layout, paint; below logic the calls of setData. A click on one of
those opens its line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ide.models.appearance import Appearance
from ide.models.console.quantities import milliseconds
from ide.models.updates.frame import Box, FrameFlame
from ide.widgets.plain_text import plain_tip

COLORS = {
    "logic": "#4f8cc9", "wire": "#8a8a8a", "view": "#b57edc", "wait": "#6d6d6d", "style": "#c58a3d",
    "layout": "#c9694f", "paint": "#57a773",
}  # fmt: skip
_ROW = 19
_LEAST_WIDTH = 5.0


class FlameView(QWidget):
    """Empty while no call is chosen, or its frame is not on the screen. `call_chosen` carries a Call."""

    call_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.flame = FrameFlame()
        self.hide()

    def show_flame(self, flame: FrameFlame) -> None:
        """Another frame."""
        if flame == self.flame:
            return
        self.flame = flame
        self.setVisible(bool(flame.boxes))
        self.setFixedHeight(flame.levels * _ROW + 2)
        self.setAccessibleName("  ".join(self.words()))
        self.update()

    def words(self) -> list[str]:
        """Each part and what it took."""
        return [self.words_of(box) for box in self.flame.boxes if box.call is None]

    def words_of(self, box: Box) -> str:
        """What a box says."""
        if box.call is None:
            return f"{self._appearance.texts(f'set_data.part.{box.part}')} {milliseconds(box.length_ms)}"
        place = f"{box.call.place.file.rpartition('/')[2]}:{box.call.place.line}" if box.call.place else box.call.path
        return f"setData {place} {milliseconds(box.call.logic_ms)}"

    def area_of(self, box: Box) -> QRectF:
        """Where a box is drawn. The shortest part can still be seen, so the parts are not quite to scale."""
        parts = [one for one in self.flame.boxes if one.call is None]
        scale = max(0.0, self.width() - _LEAST_WIDTH * len(parts)) / (self.flame.length_ms or 1.0)
        before = parts.index(box) if box.call is None else 0
        width = box.length_ms * scale + (_LEAST_WIDTH if box.call is None else 0.0)
        return QRectF(box.begin_ms * scale + before * _LEAST_WIDTH, box.level * _ROW + 1, max(2.0, width), _ROW - 1)

    def box_at(self, x: float, y: float) -> Box | None:
        """What is drawn there."""
        return next((box for box in self.flame.boxes if self.area_of(box).contains(x, y)), None)

    def sizeHint(self) -> QSize:
        return QSize(200, self.flame.levels * _ROW)

    def event(self, event: QEvent) -> bool:
        """What is too narrow for words says them to whoever points at it."""
        if isinstance(event, QHelpEvent):
            box = self.box_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(self.words_of(box)) if box else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        box = self.box_at(event.position().x(), event.position().y())
        if box is not None and box.call is not None:
            self.call_chosen.emit(box.call)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for box in self.flame.boxes:
            area = self.area_of(box)
            color = QColor(COLORS[box.part])
            painter.fillRect(area.adjusted(0, 0, -1, 0), color.darker(125) if box.call else color)
            room = area.adjusted(4, 0, -3, 0)
            words = painter.fontMetrics().elidedText(self.words_of(box), Qt.TextElideMode.ElideRight, int(room.width()))
            if len(words) > 3:
                painter.setPen(QColor("#ffffff"))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
