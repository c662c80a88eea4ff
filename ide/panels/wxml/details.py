"""What one element carries, as a list in sections: attributes, dataset, a component's data, box, computed style."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.wxml_tree import Element
from ide.panels.wxml.presenter import STYLES
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.plain_text import plain_tip

_Shown = tuple[Element | None, Mapping[str, Any], Mapping[str, str]]
_BOX = ("left", "top", "width", "height")


class ElementDetails(QWidget):
    """`source_asked`: the user wants to see the element's template."""

    source_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: _Shown = (None, {}, {})
        self.source = QPushButton(self)
        self.source.setObjectName("wxml_source")
        self.source.setFlat(True)
        self.source.clicked.connect(lambda: self.source_asked.emit())
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._stack = QStackedWidget(self)
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.list, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(EmptyText("wxml.no_choice", appearance, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        dress(self, appearance, self._dress)

    def show_element(self, element: Element | None, measured: Mapping[str, Any], data: Mapping[str, str]) -> None:
        """Shows an element; the sections that were closed stay so."""
        self._stack.setCurrentIndex(1 if element is None else 0)
        if (element, measured, data) == self._shown and element is not None and self.list.topLevelItemCount():
            return
        self._shown = (element, measured, data)
        closed = {item.data(0, Qt.ItemDataRole.UserRole) for item in self._sections() if not item.isExpanded()}
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        if element is None:
            return
        self.source.setText(f"{element.file}:{element.line}" if element.file else element.tag)
        self.source.setToolTip(plain_tip(self._appearance.texts("wxml.open_source", place=self.source.text())))
        sections = {
            "attributes": element.plain_attributes | ({"is": element.component} if element.component else {}),
            "dataset": element.dataset,
            "data": data,
            "box": {name: f"{round(measured[name], 2):g}" for name in _BOX if name in measured},
            "styles": {name: str(measured[name]) for name in STYLES if measured.get(name)},
        }
        for name, members in sections.items():
            if members:
                self._add_section(name, members, is_open=name not in closed)
        self.list.verticalScrollBar().setValue(place)

    def _add_section(self, name: str, members: Mapping[str, str], *, is_open: bool) -> None:
        section = QTreeWidgetItem(self.list, [self._appearance.texts(f"wxml.section.{name}")])
        section.setData(0, Qt.ItemDataRole.UserRole, name)
        section.setFirstColumnSpanned(True)
        for key, value in members.items():
            item = QTreeWidgetItem(section, [key, value])
            item.setToolTip(1, plain_tip(value))
        section.setExpanded(is_open)

    def _sections(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(index) for index in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _dress(self, appearance: Appearance) -> None:
        self.list.setFont(console_font(load_look(appearance.theme)))
        shown, self._shown = self._shown, (None, {}, {})
        self.show_element(*shown)
