"""The line in which one looks for elements: a field, how many there are, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel


class SearchLine(QWidget):
    """`searched(text)` at every key; `stepped(1 or -1)`; `left` when the user has had enough."""

    searched = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("wxml_search")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._changed)
        self.count = PlainLabel("", self)
        self.before = QToolButton(self)
        self.next = QToolButton(self)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.before)
        layout.addWidget(self.next)
        dress(self, appearance, self._dress)

    def show_found(self, number: int, count: int) -> None:
        """Which of how many is shown."""
        self.count.setText(f"{number}/{count}" if self.field.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self, text: str) -> None:
        if not text:
            self.count.setText("")
        self.searched.emit(text)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.before.setIcon(icons.icon("arrow-up"))
        self.next.setIcon(icons.icon("arrow-down"))
        self.field.setPlaceholderText(appearance.texts("wxml.search"))
        self.before.setToolTip(appearance.texts("wxml.search.before"))
        self.next.setToolTip(appearance.texts("wxml.search.next"))
