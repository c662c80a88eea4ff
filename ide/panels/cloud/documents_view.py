"""The documents of a collection: a condition, who may use it, a table, and the chosen document as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.panels.cloud.presenter import CloudPresenter, shown
from ide.panels.cloud.rule_box import RuleBox
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.widget_keys import on_keys

_BUTTONS = {"add": "new-file", "remove": "close", "save": "save-file"}
_CHARACTERS = 200
_NEW = "{\n  \n}"


class DocumentsView(QFrame):
    """A part of the cloud panel."""

    def __init__(self, presenter: CloudPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.query = QLineEdit(self)
        self.query.setClearButtonEnabled(True)
        self.rule = RuleBox(presenter.set_rule, appearance, self)
        self.table = QTableWidget(0, 0, self)
        self.editor = QPlainTextEdit(self)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self._lay_out()
        self.query.returnPressed.connect(lambda: presenter.query(self.query.text()))
        self.table.itemSelectionChanged.connect(self._look)
        self.buttons["add"].clicked.connect(self.begin)
        self.buttons["remove"].clicked.connect(self.remove)
        self.buttons["save"].clicked.connect(self.save)
        on_keys(self.table, QKeySequence.StandardKey.Delete, self.remove)
        on_keys(self.editor, QKeySequence.StandardKey.Save, self.save)
        dress(self, appearance, self._dress)

    def begin(self) -> None:
        """A new document."""
        self.table.clearSelection()
        self.editor.setPlainText(_NEW)
        self.editor.setFocus()

    def save(self) -> None:
        """Writes what stands in the editor."""
        self._presenter.save(self.editor.toPlainText())

    def remove(self) -> None:
        """Removes the chosen documents."""
        self._presenter.remove(sorted({index.row() for index in self.table.selectedIndexes()}))

    def show_documents(self, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None:
        """Draws the table; the chosen row stays chosen."""
        row = self.table.currentRow()
        self.table.blockSignals(True)
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels(list(columns))
        self.table.setRowCount(len(documents))
        for at, document in enumerate(documents):
            for column, name in enumerate(columns):
                item = QTableWidgetItem(shown(document[name])[:_CHARACTERS] if name in document else "")
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(at, column, item)
        self.table.blockSignals(False)
        if 0 <= row < len(documents):
            self.table.selectRow(row)

    def _look(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if len(rows) == 1:
            self._presenter.look_at(rows.pop())

    def _lay_out(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.query, 1)
        row.addWidget(self.rule)
        for button in self.buttons.values():
            row.addWidget(button)
        split = QSplitter(self)
        split.addWidget(self.table)
        split.addWidget(self.editor)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(split, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        font = console_font(load_look(appearance.theme))
        self.query.setPlaceholderText(texts("cloud.query"))
        self.table.setFont(font)
        self.editor.setFont(font)
        self.editor.setPlaceholderText(texts("cloud.document"))
        self.editor.setAccessibleName(texts("cloud.document"))
        self.table.setAccessibleName(texts("cloud.collections"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"cloud.{name}"))
