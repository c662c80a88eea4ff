"""Sizes as bars below each other; a click on one is told. Packages show how near they are to their limit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ide.models.appearance import Appearance
from ide.models.audits.sizes import Bar
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import size
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress

ROW, EDGE, AMOUNT = 22, 8, 76


class BarsView(QAbstractScrollArea):
    """`chosen` carries a Bar."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._look: Look = load_look(appearance.theme)
        self._pointed = -1
        self.bars: Sequence[Bar] = ()
        dress(self, appearance, self._dress)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Shows these."""
        if bars != self.bars:
            self.bars, self._pointed = bars, -1
            self.verticalScrollBar().setValue(0)
        self._fit()
        self.setAccessibleDescription("\n".join(f"{bar.name} {size(bar.size_bytes)}" for bar in bars[:50]))
        self.viewport().update()

    def row_area(self, number: int) -> QRect:
        """Where a bar is drawn."""
        top = number * ROW - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colors = self._look.colors
        painter.fillRect(self.viewport().rect(), QColor(colors["background"]))
        most = max((max(bar.size_bytes, bar.limit_bytes) for bar in self.bars), default=1) or 1
        first = self.verticalScrollBar().value() // ROW
        for number in range(first, min(len(self.bars), first + self.viewport().height() // ROW + 2)):
            bar, area = self.bars[number], self.row_area(number)
            if number == self._pointed:
                painter.fillRect(area, QColor(colors["hover"]))
            room = area.width() - 2 * EDGE - AMOUNT
            length = max(2, round(bar.size_bytes / most * room))
            color = QColor(colors["fail" if bar.is_too_large else "link"])
            color.setAlpha(90)
            painter.fillRect(QRect(EDGE, area.top() + 2, length, ROW - 4), color)
            if bar.limit_bytes:
                limit = EDGE + round(bar.limit_bytes / most * room)
                painter.fillRect(QRect(limit, area.top() + 2, 1, ROW - 4), QColor(colors["fail"]))
            painter.setPen(QColor(colors["plain"]))
            name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideMiddle, room - EDGE)
            painter.drawText(QRect(2 * EDGE, area.top(), room, ROW), Qt.AlignmentFlag.AlignVCenter, name)
            amount = QRect(area.right() - AMOUNT - EDGE, area.top(), AMOUNT, ROW)
            painter.setPen(QColor(colors["fail" if bar.is_too_large else "dim"]))
            painter.drawText(amount, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, size(bar.size_bytes))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._number_at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event)
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self.chosen.emit(self.bars[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step and self.bars:
            self._point(min(max(self._pointed + step, 0), len(self.bars) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._pointed < len(self.bars):
            self.chosen.emit(self.bars[self._pointed])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _number_at(self, event: QMouseEvent) -> int:
        number = (round(event.position().y()) + self.verticalScrollBar().value()) // ROW
        return number if 0 <= number < len(self.bars) else -1

    def _point(self, number: int) -> None:
        self._pointed = number
        is_hand = number >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_hand else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _fit(self) -> None:
        height = self.viewport().height()
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, len(self.bars) * ROW - height))

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.viewport().update()
