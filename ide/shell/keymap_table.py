"""All commands of the window with their keys, to be looked up. Keys are set in `resources/keys/default.json`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ide.models.texts import Texts

_NATIVE = QKeySequence.SequenceFormat.NativeText


def keymap_table(actions: Mapping[str, QAction], texts: Texts, parent: QWidget) -> QTableWidget:
    """`actions` are named `Menu/command`."""
    table = QTableWidget(len(actions), 3, parent)
    table.setObjectName("keymap")
    table.setAccessibleName(texts("settings.keys"))
    table.setHorizontalHeaderLabels([texts(f"keymap.{column}") for column in ("command", "menu", "keys")])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for row, (label, action) in enumerate(actions.items()):
        menu, _, command = label.partition("/")
        keys = ", ".join(key.toString(_NATIVE) for key in action.shortcuts())
        for column, text in enumerate((command, menu, keys)):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
