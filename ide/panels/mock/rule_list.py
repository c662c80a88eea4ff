"""The list of the mock rules: switched by their boxes, put in order by dragging or with Alt and the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ide.models.appearance import Appearance
from ide.models.mocks.lists import RuleRow
from ide.panels.mock.presenter import MockPresenter
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from ide.widgets.widget_keys import on_keys

COLUMNS = ("rule", "api", "what", "hits")
_NUMBER = Qt.ItemDataRole.UserRole


class RuleList(QTreeWidget):
    """Part of Mock."""

    def __init__(self, presenter: MockPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mock_rules")
        self._presenter = presenter
        self._shown: Sequence[RuleRow] = ()
        self.setColumnCount(len(COLUMNS))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 110), (2, 120), (3, 45)):
            header.resizeSection(column, width)
        self.itemChanged.connect(self._changed)
        self.currentItemChanged.connect(self._chosen)
        on_keys(self, "Alt+Up", lambda: presenter.move_chosen(-1))
        on_keys(self, "Alt+Down", lambda: presenter.move_chosen(1))
        on_keys(self, QKeySequence.StandardKey.Delete, presenter.remove)
        dress(self, appearance, self._dress)

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        """Shows these, with the one in the form marked; what is as before stays."""
        self.blockSignals(True)
        if [row.number for row in rows] != [row.number for row in self._shown]:
            self.clear()
            self.addTopLevelItems([QTreeWidgetItem() for _ in rows])
        self._shown = tuple(rows)
        current = None
        for place, row in enumerate(rows):
            item = self.topLevelItem(place)
            assert item is not None
            self._fill(item, row)
            if row.number == self._presenter.chosen:
                current = item
        self.setCurrentItem(current)  # type: ignore[arg-type]
        self.blockSignals(False)

    def number_of(self, item: QTreeWidgetItem) -> int:
        """The place of its rule among all."""
        return int(item.data(0, _NUMBER))

    def dropEvent(self, event: QDropEvent) -> None:
        """The presenter has the order; the list is shown anew by it."""
        dragged, onto = self.currentItem(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if dragged is None:
            return
        to = self._shown[-1].number + 1 if onto is None else self.number_of(onto)
        if onto is not None and self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem:
            to += 1
        self._presenter.move(self.number_of(dragged), to)

    def _fill(self, item: QTreeWidgetItem, row: RuleRow) -> None:
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        # A rule is dropped between others, not into one.
        item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setData(0, _NUMBER, row.number)
        item.setCheckState(0, Qt.CheckState.Checked if row.is_on else Qt.CheckState.Unchecked)
        for column, text in enumerate((row.title, row.api, row.what, str(row.hits) if row.hits else "")):
            item.setText(column, text)
            item.setToolTip(column, plain_tip(text))
            item.setDisabled(False)
        item.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            self._presenter.switch(self.number_of(item), is_on=item.checkState(0) == Qt.CheckState.Checked)

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        self._presenter.choose(None if item is None else self.number_of(item))

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        self.setHeaderLabels([texts(f"mock.column.{name}") for name in COLUMNS])
        self.setAccessibleName(texts("mock.rules"))
        self.setToolTip(texts("mock.order_tip"))
