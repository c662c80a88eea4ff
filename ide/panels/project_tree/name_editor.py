"""The field in which a name is typed in the tree: says while typing why a name will not do, and does not take it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ide.models.theme import Theme
from ide.panels.project_tree.row_painter import RowPainter
from ide.widgets.plain_text import plain_tip

_Index = QModelIndex | QPersistentModelIndex
Complain = Callable[[_Index, str], str]


class NameEditor(RowPainter):
    """`complain` says what is wrong with a name for a row, in words; empty: nothing. `complained` passes that on."""

    complained = Signal(str)

    def __init__(self, complain: Complain, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._complain = complain

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = QLineEdit(parent)
        field.setObjectName("name_editor")
        row = QPersistentModelIndex(index)
        field.textEdited.connect(lambda text: self._judge(field, row, text))
        return field

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            name = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setText(name)
            stem = name.rpartition(".")[0]
            # The view has all of it selected after this.
            select = partial(_select, editor, len(stem or name))
            QTimer.singleShot(0, editor, select)

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.toolTip():
            QStyledItemDelegate.setModelData(self, editor, index.model(), index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit) and editor.toolTip():
            return True
        return super().eventFilter(editor, event)

    def _judge(self, field: QLineEdit, row: QPersistentModelIndex, text: str) -> None:
        why = self._complain(row, text) if text.strip() else ""
        field.setToolTip(plain_tip(why))
        field.setProperty("tone", "bad" if why else "")
        field.style().polish(field)
        if why:
            self.complained.emit(why)


def _select(field: QLineEdit, count: int) -> None:
    if not field.isModified():
        field.setSelection(0, count)
