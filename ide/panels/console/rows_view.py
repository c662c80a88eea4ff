"""The list of the console: a virtual list of rows of different heights that lays out only what is visible.

Heights of rows that were never visible are assumed to be one line; a row is measured when it comes into view.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ide.models.console.heights import RowHeights
from ide.models.console.lines import Action
from ide.models.console.look import Look
from ide.models.console.selection import Place, Selection, word_at
from ide.models.console.timeline import Change
from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.presenter import ConsolePresenter
from ide.panels.console.row_layout import RowLayout, Style
from ide.panels.console.row_painter import RowPainter

CACHED_LAYOUTS = 400
MAX_SETTLING_PASSES = 8


class RowsView(QAbstractScrollArea):
    """Shows the rows of a presenter. Follows the newest row as long as it is scrolled to the end."""

    menu_wanted = Signal(object, object, object)  # QPoint (global), index or None, the action there or None
    copy_wanted = Signal()
    scrolled_to_end = Signal(bool)

    def __init__(self, presenter: ConsolePresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._layouts: OrderedDict[int, RowLayout] = OrderedDict()
        self._style = Style.of(look)
        self._painter = RowPainter(self._style, ConsoleIcons(look))
        self._heights = RowHeights(self._style.row_height)
        self._is_at_end = True
        self._is_settling = False
        self._selection = Selection(presenter.timeline.index_of)
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.empty_text = ""
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(self._style.row_height)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ------------------------------------------------------------ changes

    def set_look(self, look: Look) -> None:
        """Draws with other colours."""
        self._style = Style.of(look)
        self._painter = RowPainter(self._style, ConsoleIcons(look))
        self.rows_changed(Change(reset=True))

    def rows_changed(self, change: Change) -> None:
        """Follows a change of the timeline."""
        value = self.verticalScrollBar().value()
        if change.reset:
            self._layouts.clear()
            self._heights.reset(len(self._presenter.timeline))
        else:
            value -= self._heights.remove_first(change.removed_first)
            for index in change.updated:
                self._layouts.pop(self._presenter.timeline.row(index).first, None)
            self._heights.append(change.added)
        self._settle(value)

    def row_changed(self, index: int) -> None:
        """Lays one row out again; the place on the screen stays."""
        self._layouts.pop(self._presenter.timeline.row(index).first, None)
        self._is_at_end = False
        self._settle(self.verticalScrollBar().value())

    def scroll_to_end(self) -> None:
        """Shows the newest row and follows it."""
        self._is_at_end = True
        self._settle(self.verticalScrollBar().maximum())

    @property
    def is_at_end(self) -> bool:
        """Whether new rows are followed."""
        return self._is_at_end

    @property
    def is_end_in_view(self) -> bool:
        """Whether the newest row is in view; those who opened a row above do not follow it, but may see it."""
        return self.verticalScrollBar().value() >= self.verticalScrollBar().maximum()

    def visible_rows(self) -> range:
        """The rows that are at least partly in view."""
        if not len(self._heights):
            return range(0)
        top = self.verticalScrollBar().value()
        bottom = top + max(1, self.viewport().height())
        return range(self._heights.row_at(top), self._heights.row_at(bottom - 1) + 1)

    def selected_rows(self) -> list[int]:
        """The selected rows, top first."""
        return list(self._selection.rows)

    def selected_text(self) -> str:
        """The selected stretch of text, or the selected rows."""
        rows = self._selection.rows
        if not self._selection.is_text:
            return self._presenter.copied(rows)
        return "\n".join(self._selected_part(index) for index in rows)

    def select_all(self) -> None:
        """Selects every row."""
        timeline = self._presenter.timeline
        if len(timeline):
            first, last = timeline.row(0).first, timeline.row(len(timeline) - 1).first
            self._selection.select(Place(first, 0), Place(last, 0), "rows")
            self.viewport().update()

    def _selected_part(self, index: int) -> str:
        start, end = self._selection.part_of(index) or (0, None)
        return self._presenter.content(index).text()[start:end]

    def _settle(self, value: int) -> None:
        """Measures what is in view and brings the scroll bar in line, until nothing moves any more."""
        bar = self.verticalScrollBar()
        self._is_settling = True
        for _ in range(MAX_SETTLING_PASSES):
            bar.setRange(0, max(0, self._heights.total - self.viewport().height()))
            bar.setPageStep(self.viewport().height())
            bar.setValue(bar.maximum() if self._is_at_end else value)
            growth, above = self._measure()
            value = bar.value() + above
            if not growth and not above:
                break
        self._is_settling = False
        self.viewport().update()
        self.scrolled_to_end.emit(self._is_at_end)

    def _measure(self) -> tuple[bool, int]:
        """Whether a visible row had another height than assumed, and how much the row cut off at the top grew."""
        top = self.verticalScrollBar().value()
        changed, above = False, 0
        for index in self.visible_rows():
            begins = self._heights.top_of(index) if not changed else top
            growth = self._heights.set(index, self._layout(index).height)
            changed = changed or growth != 0
            if growth and begins < top and not self._is_at_end:
                above += growth if begins + self._heights[index] > top + growth else 0
        return changed, above

    def _scrolled(self, value: int) -> None:
        if not self._is_settling:
            self._is_at_end = value >= self.verticalScrollBar().maximum()
            self._settle(value)

    def _layout(self, index: int) -> RowLayout:
        sequence = self._presenter.timeline.row(index).first
        layout = self._layouts.get(sequence)
        if layout is None:
            layout = RowLayout(self._presenter.content(index), self.viewport().width(), self._style)
            self._layouts[sequence] = layout
            while len(self._layouts) > CACHED_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(sequence)
        return layout

    # ------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._painter.color("background"))
        rows = self.visible_rows()
        if not rows:
            painter.setPen(self._painter.color("dim"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.empty_text)
            return
        selected = range(0) if self._selection.is_text else self._selection.rows
        y = self._heights.top_of(rows[0]) - self.verticalScrollBar().value()
        for index in rows:
            height = self._heights[index]
            if y < event.rect().bottom() + 1 and y + height > event.rect().top():
                area = QRectF(0, y, self.viewport().width(), height)
                part = self._selection.part_of(index)
                self._painter.paint(painter, self._layout(index), area, part, is_selected=index in selected)
            y += height

    # ------------------------------------------------------------ input

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layouts.clear()
        self._settle(self.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        self._pressed = None
        if place is None or event.button() == Qt.MouseButton.MiddleButton:
            self._selection.clear()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._selection.extend(place)
            elif self._action_at(event.position()) is None:
                self._selection.begin(place)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            self._drag(point)
            return
        action = self._action_at(point)
        shape = Qt.CursorShape.PointingHandCursor if action else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape if self._row_at(point) is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton or self._is_dragged:
            self._is_dragged = False
            return
        index, action = self._row_at(pressed), self._action_at(pressed)
        if action is not None and index is not None and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._presenter.click(index, action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place, index = self._place_at(event.position()), self._row_at(event.position())
        if self._action_at(event.position()) is not None or place is None or index is None:
            self.mousePressEvent(event)
            return
        start, end = word_at(self._presenter.content(index).text(), place.offset)
        self._selection.select(Place(place.sequence, start), Place(place.sequence, end), "text")
        self.viewport().update()

    def _drag(self, point: QPointF) -> None:
        """Selects text from where the button went down to here."""
        assert self._pressed is not None
        if not self._is_dragged:
            if (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._is_dragged = True
            if (start := self._place_at(self._pressed)) is not None:
                self._selection.begin(start)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not 0 <= point.y() < height:
            before = bar.value()
            bar.setValue(before + (self._style.row_height if point.y() > 0 else -self._style.row_height))
            self._pressed -= QPointF(0, bar.value() - before)
        inside = QPointF(point.x(), min(max(point.y(), 0.0), height - 1.0))
        place = self._place_at(inside) or self._last_place()
        if place is not None:
            self._selection.extend(place, "text")
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._row_at(QPointF(event.pos()))
        place = self._place_at(QPointF(event.pos()))
        if place is not None and index not in self._selection.rows:
            self._selection.begin(place)
            self.viewport().update()
        self.menu_wanted.emit(event.globalPos(), index, self._action_at(QPointF(event.pos())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        else:
            super().keyPressEvent(event)

    def action_point(self, index: int, action: Action) -> QPointF | None:
        """Where in the viewport the action of a visible row can be clicked; None if it is not there."""
        top = self._heights.top_of(index) - self.verticalScrollBar().value()
        place = self._layout(index).place_of(action)
        return place + QPointF(0, top) if place is not None else None

    def _place_at(self, point: QPointF) -> Place | None:
        index = self._row_at(point)
        if index is None:
            return None
        top = self._heights.top_of(index) - self.verticalScrollBar().value()
        return Place(self._presenter.timeline.row(index).first, self._layout(index).offset_at(point - QPointF(0, top)))

    def _last_place(self) -> Place | None:
        timeline = self._presenter.timeline
        if not len(timeline):
            return None
        last = len(timeline) - 1
        return Place(timeline.row(last).first, len(self._presenter.content(last).text()))

    def _row_at(self, point: QPointF) -> int | None:
        y = round(point.y()) + self.verticalScrollBar().value()
        return self._heights.row_at(y) if 0 <= y < self._heights.total else None

    def _action_at(self, point: QPointF) -> Action | None:
        index = self._row_at(point)
        if index is None:
            return None
        top = self._heights.top_of(index) - self.verticalScrollBar().value()
        return self._layout(index).action_at(point - QPointF(0, top))
