"""Properties: what the chosen element carries, as rows that open and can be changed."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.panels.wxml.presenter import WxmlPresenter
from ide.widgets.dressing import dress
from ide.widgets.row_tree import RowTree


class CarriedTab(QWidget):
    """The view of what an element carries. A field adds an attribute; Delete takes one away; Ctrl+Z takes back."""

    def __init__(self, presenter: WxmlPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.addition = QLineEdit(self)
        self.addition.setObjectName("wxml_attribute")
        self.addition.returnPressed.connect(self._add)
        self.list = RowTree(appearance, self)
        side = presenter.carried
        self.list.toggled.connect(side.toggle)
        self.list.clicked.connect(lambda index: side.chosen(self.list.rows[index.row()].path))
        self.list.entered.connect(side.chosen)
        self.list.edited.connect(side.edited)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self.addition)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        dress(self, appearance, self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = self.list.chosen_path
        if event.matches(QKeySequence.StandardKey.Undo):
            self._presenter.style_editing.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._presenter.style_editing.redo()
        elif event.matches(QKeySequence.StandardKey.Delete) and path is not None and path[0] == "attributes":
            self._presenter.carried.remove_attribute(path[-1])
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        self._presenter.carried.add_attribute(self.addition.text())
        self.addition.clear()

    def _dress(self, appearance: Appearance) -> None:
        self._presenter.carried.redraw()
        self.addition.setPlaceholderText(appearance.texts("wxml.add_attribute"))
