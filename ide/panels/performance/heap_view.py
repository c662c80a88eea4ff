"""What the program holds by constructor, as a table that sorts, below what can be told of it at all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.console.quantities import size
from ide.models.performance.heap import Heap, HeapRow
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import PlainLabel, plain_tip

COLUMNS = ("kind", "count", "more", "size", "way")
_NUMBERS = ("count", "more", "size")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBER_ROLE = Qt.ItemDataRole.UserRole


class _Item(QTreeWidgetItem):
    """Sorts numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree else 0
        mine, theirs = self.data(column, _NUMBER_ROLE), other.data(column, _NUMBER_ROLE)
        if mine is None or theirs is None:
            return self.text(column).lower() < other.text(column).lower()
        return bool(mine < theirs)


class HeapView(QWidget):
    """Shows one `Heap` at a time."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.told = PlainLabel(parent=self)
        self.told.setWordWrap(True)
        self.told.setContentsMargins(8, 4, 8, 4)
        self.table = QTreeWidget(self)
        self.table.setColumnCount(len(COLUMNS))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(COLUMNS.index("size"), Qt.SortOrder.DescendingOrder)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.header().resizeSection(0, 260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        self._heap: Heap | None = None
        dress(self, appearance, self._dress)

    def show_heap(self, heap: Heap | None) -> None:
        """Shows it, or how one comes by it."""
        self._heap = heap
        texts = self._appearance.texts
        self.table.clear()
        self.table.setVisible(heap is not None)
        if heap is None:
            self.told.setText(texts("performance.no_heap"))
            return
        facts = {
            "used": size(heap.used_bytes), "limit": size(heap.limit_bytes),
            "values": heap.values, "seen": size(heap.seen_bytes),
        }  # fmt: skip
        cut = [texts("performance.heap_cut")] if heap.is_cut else []
        self.told.setText(" ".join([texts("performance.heap_total", **facts), *cut]))
        self.table.addTopLevelItems([_item(row) for row in heap.rows])

    def rows(self) -> list[list[str]]:
        """What the table says, from the top."""
        items = [self.table.topLevelItem(number) for number in range(self.table.topLevelItemCount())]
        return [[item.text(column) for column in range(len(COLUMNS))] for item in items if item is not None]

    def _dress(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self.table.setFont(console_font(load_look(appearance.theme)))
        self.table.setHeaderLabels([appearance.texts(f"performance.heap.{column}") for column in COLUMNS])
        self.table.setAccessibleName(appearance.texts("performance.heap_tab"))
        self.show_heap(self._heap)


def _item(row: HeapRow) -> _Item:
    more = "" if row.more is None else f"{row.more:+}" if row.more else "0"
    item = _Item([row.name, str(row.count), more, f"≈ {size(row.size_bytes)}", row.way])
    for name, number in zip(_NUMBERS, (row.count, row.more or 0, row.size_bytes), strict=True):
        item.setData(COLUMNS.index(name), _NUMBER_ROLE, number)
        item.setTextAlignment(COLUMNS.index(name), _RIGHT)
    item.setToolTip(len(COLUMNS) - 1, plain_tip(row.way))
    return item
