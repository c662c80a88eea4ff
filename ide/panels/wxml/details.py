"""What the chosen element is like: its styles, what they come to, and what it carries, in a tab each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.wxml_tree import Element
from ide.panels.wxml.carried_tab import CarriedTab
from ide.panels.wxml.computed_tab import ComputedTab
from ide.panels.wxml.presenter import WxmlPresenter
from ide.panels.wxml.styles_tab import StylesTab
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.plain_text import plain_tip

TABS = ("styles", "computed", "carried")


class ElementDetails(QWidget):
    """`source_asked`: the user wants to see the element's template."""

    source_asked = Signal()

    def __init__(self, presenter: WxmlPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._element: Element | None = None
        self.styles = StylesTab(presenter, appearance, self)
        self.computed = ComputedTab(presenter, appearance, self)
        self.carried = CarriedTab(presenter, appearance, self)
        self.bar = QTabBar(self)
        self.bar.setObjectName("wxml_tabs")
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.pages = QStackedWidget(self)
        for page in (self.styles, self.computed, self.carried):
            self.pages.addWidget(page)
            self.bar.addTab("")
        self.bar.currentChanged.connect(self.pages.setCurrentIndex)
        self.source = QPushButton(self)
        self.source.setObjectName("wxml_source")
        self.source.setFlat(True)
        self.source.clicked.connect(lambda: self.source_asked.emit())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._page())
        self._stack.addWidget(EmptyText("wxml.no_choice", appearance, self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        dress(self, appearance, self._dress)
        self.show_element(None)

    def show_element(self, element: Element | None) -> None:
        """Shows another element, or the same with other values."""
        self._element = element
        self._stack.setCurrentIndex(1 if element is None else 0)
        if element is not None:
            place = f"{element.file}:{element.line}" if element.file else element.tag
            self.source.setText(place.rpartition("/")[2])
            self.source.setToolTip(plain_tip(self._appearance.texts("wxml.open_source", place=place)))

    def _page(self) -> QWidget:
        page = QWidget(self)
        head = QFrame(page)
        head.setObjectName("panel_bar")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.source, 0, Qt.AlignmentFlag.AlignRight)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(head)
        inner.addWidget(self.pages, 1)
        return page

    def _dress(self, appearance: Appearance) -> None:
        for index, name in enumerate(TABS):
            self.bar.setTabText(index, appearance.texts(f"wxml.tab.{name}"))
