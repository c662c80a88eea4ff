"""The row of tabs, with a list of them at its end when it has not room for all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ide.models.texts import Texts
from ide.panels.editor.tab_strip import TabStrip
from ide.panels.editor.view import Tab
from ide.widgets.icons import Icons


class TabRow(QWidget):
    """`strip` has the tabs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tab_row")
        self.strip = TabStrip(self)
        self.list_button = QToolButton(self)
        self.list_button.setObjectName("tab_list")
        self.list_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list_menu = QMenu(self.list_button)
        self.list_button.setMenu(self.list_menu)
        self.list_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip, 1)
        layout.addWidget(self.list_button)

    def show_tabs(self, tabs: Sequence[Tab], active: str, icons: Icons, texts: Texts) -> None:
        """Draws these tabs, and lists them."""
        self.strip.show_tabs(tabs, active, icons, texts)
        self.list_button.setIcon(icons.icon("chevron-down", "icon_dim"))
        self.list_button.setToolTip(texts("editor.all_tabs"))
        self.list_button.setAccessibleName(texts("editor.all_tabs"))
        self.list_menu.clear()
        for tab in tabs:
            action = self.list_menu.addAction(icons.icon(tab.icon), tab.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(tab.path == active)
            action.triggered.connect(partial(self.strip.chosen.emit, tab.path))
        self.setVisible(bool(tabs))
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def _look(self) -> None:
        """Of the row's own width: that of the tabs depends on the answer."""
        self.list_button.setVisible(self.strip.count() > 1 and self.strip.sizeHint().width() > self.width())
