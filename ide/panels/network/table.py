"""The table of exchanges: a model that asks for the rows that are seen, and the waterfall in the last column."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.network import columns
from ide.models.network.columns import COLUMNS, Column
from ide.models.network.details import PHASES, phases_of
from ide.models.network.shown import RowsChange, ShownExchanges
from ide.models.texts import Texts
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from simulator.traffic.exchange import Exchange

Index = QModelIndex | QPersistentModelIndex
EXCHANGE_ROLE = Qt.ItemDataRole.UserRole
WATERFALL = COLUMNS.index("waterfall")
INITIATOR = COLUMNS.index("initiator")
ROW_HEIGHT = 22
WIDTHS: Mapping[Column, int] = {
    "name": 200, "status": 70, "method": 68, "type": 84, "initiator": 104, "size": 70, "time": 80, "waterfall": 60,
}  # fmt: skip
NARROW = ("name",)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ExchangeModel(QAbstractTableModel):
    """The rows of `ShownExchanges`; nothing of them is kept here."""

    def __init__(self, shown: ShownExchanges, texts: Callable[[], Texts], parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self._texts = texts
        self._count = len(shown)
        self.look: Look | None = None

    def take(self, change: RowsChange) -> None:
        """The rows are others now."""
        if change.reset:
            self.beginResetModel()
            self._count = len(self._shown)
            self.endResetModel()
            return
        for row in change.updated:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        if change.added:
            self.beginInsertRows(QModelIndex(), self._count, self._count + change.added - 1)
            self._count += change.added
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return self._texts()(f"network.column.{COLUMNS[section]}")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        exchange, column = self._shown.row(index.row()), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(exchange, column)
        if role == Qt.ItemDataRole.ForegroundRole and self.look is not None:
            return QColor(self.look.colors[_color(exchange, column)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in ("size", "time") else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(exchange.error or exchange.url if column == "status" else exchange.url)
        return exchange if role == EXCHANGE_ROLE else None

    def _text(self, exchange: Exchange, column: Column) -> str:
        match column:
            case "name":
                return columns.name(exchange)
            case "status":
                word = columns.status(exchange)
                return word if word.isdigit() else self._texts()(f"network.status.{word}")
            case "method":
                return exchange.method if exchange.kind != "socket" else "WS"
            case "type":
                return columns.media_type(exchange)
            case "initiator":
                return columns.initiator_text(exchange)
            case "size":
                return columns.size_text(exchange)
            case "time":
                return columns.time_text(exchange)
        return ""


def _color(exchange: Exchange, column: Column) -> str:
    if columns.is_bad(exchange):
        return "error_text"
    if column == "initiator":
        return "link"
    return "plain" if column == "name" else "dim"


class Waterfall(QStyledItemDelegate):
    """Draws when an exchange ran, and its phases, between the first and the last moment of all that are shown."""

    def __init__(self, shown: ShownExchanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.span_ms = (0.0, 1.0)
        self.look: Look | None = None

    def measure(self) -> None:
        """The rows are others now."""
        rows = self._shown.rows()
        if rows:
            begin = min(one.time_ms for one in rows)
            end = max(one.time_ms + (one.duration_ms or 0.0) for one in rows)
            self.span_ms = (begin, max(end - begin, 1.0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        exchange: Exchange = index.data(EXCHANGE_ROLE)
        if self.look is None or exchange is None:
            return
        area: QRect = option.rect.adjusted(4, 6, -4, -6)
        begin, span = self.span_ms
        scale = area.width() / span
        left = area.left() + (exchange.time_ms - begin) * scale
        phases = phases_of(exchange.timing) or [("wait", 0.0, exchange.duration_ms or 0.0)]
        for name, at, length in phases:
            bar = QRect(round(left + at * scale), area.top(), max(2, round(length * scale)), area.height())
            painter.fillRect(bar.intersected(area), QColor(self.look.colors[PHASES[name]]))


class ExchangeTable(QTableView):
    """Signals: `chosen(number)`, -1 for none; `source_asked(number)`: the line that asked for it was clicked;
    `sorted_by(column, descending)`, an empty column for the order of time; `copy_asked`."""

    chosen = Signal(int)
    source_asked = Signal(int)
    sorted_by = Signal(str, bool)
    copy_asked = Signal()

    def __init__(self, shown: ShownExchanges, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("network_table")
        self._shown = shown
        self.rows = ExchangeModel(shown, lambda: appearance.texts, self)
        self.waterfall = Waterfall(shown, self)
        self.setModel(self.rows)
        self.setItemDelegateForColumn(WATERFALL, self.waterfall)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setDefaultAlignment(_LEFT)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, WIDTHS[column])
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        dress(self, appearance, self._dress)

    def take(self, change: RowsChange) -> None:
        """The rows are others now; what was chosen stays so, and whoever looks at the end goes on to."""
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum()
        number = self.chosen_number
        self.waterfall.measure()
        blocked = self.selectionModel().blockSignals(change.reset)
        self.rows.take(change)
        place = None if number is None or not change.reset else self._shown.place_of(number)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, 0))
        self.selectionModel().blockSignals(blocked)
        if number is not None and change.reset and place is None:
            self.chosen.emit(-1)
        if is_at_end and change.added:
            self.scrollToBottom()
        self.viewport().update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Beside the details there is room for the first columns alone."""
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, is_narrow and column not in NARROW)

    @property
    def chosen_number(self) -> int | None:
        """The exchange that is chosen."""
        index = self.currentIndex()
        exchange = index.data(EXCHANGE_ROLE) if index.isValid() and index.row() < len(self._shown) else None
        return None if exchange is None else exchange.number

    def exchange_at(self, row: int) -> Exchange:
        """The exchange in a row."""
        return self._shown.row(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._link_at(event)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.source_asked.emit(self._shown.row(index.row()).number)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_link = self._link_at(event).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _link_at(self, event: QMouseEvent) -> QModelIndex:
        index = self.indexAt(event.position().toPoint())
        is_link = index.isValid() and index.column() == INITIATOR and bool(index.data())
        return index if is_link else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.currentIndex().isValid():
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._shown.row(current.row()).number if current.isValid() else -1)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        self.sorted_by.emit(COLUMNS[section] if section >= 0 else "", order == Qt.SortOrder.DescendingOrder)

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self.rows.look = self.waterfall.look = look
        self.setFont(console_font(look))
        colors = look.colors
        self.setStyleSheet(
            f"QTableView {{ background: {colors['background']}; }}"
            f"QTableView::item:selected {{ background: {colors['selected']}; }}"
            f"QTableView::item:hover:!selected {{ background: {colors['hover']}; }}"
        )
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
