"""What the chosen element carries, as a list in sections: attributes, dataset, a component's data."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.wxml_tree import Element
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip

_Shown = tuple[Element | None, Mapping[str, str]]


class CarriedTab(QWidget):
    """Sections that the user has closed stay so."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: _Shown = (None, {})
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        dress(self, appearance, self._dress)

    def show_element(self, element: Element | None, data: Mapping[str, str]) -> None:
        """Shows an element, or nothing."""
        if (element, data) == self._shown and element is not None and self.list.topLevelItemCount():
            return
        self._shown = (element, data)
        closed = {item.data(0, Qt.ItemDataRole.UserRole) for item in self._sections() if not item.isExpanded()}
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        if element is None:
            return
        sections = {
            "attributes": element.plain_attributes | ({"is": element.component} if element.component else {}),
            "dataset": element.dataset,
            "data": data,
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
        shown, self._shown = self._shown, (None, {})
        self.show_element(*shown)
