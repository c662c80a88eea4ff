"""The debugger area: a tab for each panel that was found. What the panels are it does not know.

Each phone has panels of its own, which go on while those of another one are shown. Which tabs are seen, and in which
order, is the user's choice; a panel may stand in a window of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.panel_presenter import Badge, PanelDesk
from ide.models.settings import SettingsFile
from ide.shell.panel_menu import Entry, Wishes, fill_list, fill_tab_menu
from ide.shell.panel_tab import PanelTab
from ide.shell.panel_tabs import PanelTabs
from ide.shell.part_windows import PartWindows
from ide.widgets.icons import Icons
from ide.widgets.panel_meta import PanelMeta
from ide.widgets.plain_text import plain_tip

_LEAST_WIDTH, _LEAST_HEIGHT = 320, 80
_APART_SIZE = QSize(900, 520)


class _Panels(QStackedWidget):
    """No panel makes the window wider, whatever it shows; one without room is cut."""

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)


class DebuggerArea(QWidget):
    """Shows one panel at a time. `badged` carries the name of a panel and its `Badge`."""

    badged = Signal(str, object)

    def __init__(
        self,
        panels: Sequence[PanelMeta[Any]],
        appearance: Appearance,
        settings: SettingsFile,
        windows: PartWindows,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("debugger")
        self._panels = panels
        self._appearance = appearance
        self._settings = settings
        self._windows = windows
        self._phones: list[tuple[PanelDesk, list[PanelTab]]] = []
        self._tabs: list[PanelTab] = []
        self._wishes = Wishes(self.show_panel, self.hide_tab, self.put_apart, self.take_usual_order)
        self.bar = PanelTabs(self)
        self.list_button = QToolButton(self)
        self.list_button.setObjectName("panel_list")
        self.list_menu = QMenu(self.list_button)
        self._stack = _Panels(self)
        # What is in front while every panel stands apart.
        self._stack.addWidget(QFrame(self._stack))
        self._lay_out()
        self._connect()
        self._dress(appearance)

    def show_phone(self, desk: PanelDesk) -> None:
        """The panels of this phone are shown from now on; they begin when they are shown the first time."""
        names = [tab.meta.name for tab in self._tabs]
        tabs = next((tabs for one, tabs in self._phones if one is desk), None)
        if tabs is None:
            tabs = [PanelTab(meta, desk, self._wear) for meta in self._in_order()]
            self._phones.append((desk, tabs))
        if not names:
            self._begin(tabs)
        elif tabs is not self._tabs:
            tabs.sort(key=lambda tab: names.index(tab.meta.name))
            self._change(tabs)
        for tab in tabs:
            self.badged.emit(tab.meta.name, tab.badge)

    def close_phone(self, desk: PanelDesk) -> None:
        """The phone is gone, and its panels with it. Those that are shown belong to another one, or it is the last."""
        tabs = next(tabs for one, tabs in self._phones if one is desk)
        self._phones = [(one, others) for one, others in self._phones if one is not desk]
        if tabs is self._tabs:
            self._tabs = []
            self.bar.blockSignals(True)
            while self.bar.count():
                self.bar.removeTab(0)
            self.bar.blockSignals(False)
            self.bar.want(())
        for tab in tabs:
            if tab.widget:
                self._stack.removeWidget(tab.widget)
            tab.close()

    def show_panel(self, name: str) -> None:
        """Brings a panel to the front, in whichever window; one without a tab gets it back."""
        if window := self._windows.window(name):
            window.appear()
            window.activateWindow()
            return
        hidden = self._settings.settings.parts.hidden_tabs
        if name in hidden:
            self._settings.update_parts(hidden_tabs=[one for one in hidden if one != name])
        for index, tab in enumerate(self._tabs):
            if tab.meta.name == name:
                self.bar.setCurrentIndex(index)
                self._changed(index)

    def panel(self, name: str) -> QWidget:
        """A panel's widget; made now if nobody has looked at it before."""
        return self._widget(self._named(name))

    def command(self, name: str, command: str) -> None:
        """Gives a panel a command of the menus."""
        for tab in self._tabs:
            if tab.meta.name == name:
                tab.presenter.command(command)

    def is_apart(self, name: str) -> bool:
        """Whether a panel stands in a window of its own."""
        return self._windows.window(name) is not None

    def put_current_apart(self) -> None:
        """The panel in front gets a window of its own."""
        if self._is_seen(self.bar.currentIndex()):
            self.put_apart(self._tabs[self.bar.currentIndex()].meta.name)

    def put_apart(self, name: str) -> None:
        """A panel gets a window of its own; closing that puts it back."""
        tab = self._named(name)
        widget = self._widget(tab)
        self._windows.open(name, widget, tab.meta.title, _APART_SIZE, lambda: self._take_back(widget))
        self._refit()

    def hide_tab(self, name: str) -> None:
        """A panel loses its tab; the list has it all the same."""
        hidden = [one for one in self._settings.settings.parts.hidden_tabs if one != name]
        self._settings.update_parts(hidden_tabs=[*hidden, name])
        self._refit()

    def take_usual_order(self) -> None:
        """All tabs again, as they stood the first time."""
        self._settings.update_parts(hidden_tabs=[])
        for to, meta in enumerate(self._panels):
            self.bar.moveTab(next(at for at, tab in enumerate(self._tabs) if tab.meta.name == meta.name), to)
        self._settings.update_parts(tab_order=[])
        self._refit()

    def entries(self) -> list[Entry]:
        """All panels, as the list shows them."""
        hidden = self._settings.settings.parts.hidden_tabs
        return [
            Entry(
                tab.meta.name, self._title(tab), index == self.bar.currentIndex() and self._is_seen(index),
                tab.meta.name in hidden, self.is_apart(tab.meta.name),
            )
            for index, tab in enumerate(self._tabs)
        ]  # fmt: skip

    # -- within

    def _begin(self, tabs: list[PanelTab]) -> None:
        """The first phone of a project: the panel of the last time (or else the first) is in front."""
        self._tabs = tabs
        self.bar.blockSignals(True)
        for _tab in tabs:
            self.bar.addTab("")
        names = [tab.meta.name for tab in tabs]
        current = self._settings.settings.debugger_tab
        self.bar.setCurrentIndex(names.index(current) if current in names else 0)
        self.bar.blockSignals(False)
        self._dress(self._appearance)
        self._changed(self.bar.currentIndex())
        for name in names:
            if self._windows.remembers(name):
                self.put_apart(name)

    def _change(self, tabs: list[PanelTab]) -> None:
        """Another phone: the same panels stand where they stood."""
        before, self._tabs = self._tabs, tabs
        for tab in before:
            if tab.widget and self.is_apart(tab.meta.name):
                widget = self._widget(self._named(tab.meta.name))
                self._windows.exchange(tab.meta.name, widget, lambda widget=widget: self._take_back(widget))  # type: ignore[misc]
                self._stack.addWidget(tab.widget)
        self._dress(self._appearance)
        self._changed(self.bar.currentIndex())

    def _lay_out(self) -> None:
        row = QFrame(self)
        row.setObjectName("debugger_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 4, 0)
        line.setSpacing(0)
        line.addWidget(self.bar, 1)
        line.addWidget(self.list_button)
        self.list_button.setMenu(self.list_menu)
        self.list_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(self._changed)
        self.bar.tabMoved.connect(self._moved)
        self.bar.fitted.connect(self._count_unseen)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.bar.customContextMenuRequested.connect(self._show_tab_menu)
        self.list_menu.aboutToShow.connect(
            lambda: fill_list(self.list_menu, self.entries(), self._wishes, self._appearance.texts)
        )
        self._windows.returned.connect(self.show_panel)
        self._appearance.changed.connect(self._dress)

    def _in_order(self) -> list[PanelMeta[Any]]:
        order = self._settings.settings.parts.tab_order
        known = {meta.name: meta for meta in self._panels}
        chosen = [known[name] for name in order if name in known]
        return [*chosen, *(meta for meta in self._panels if meta not in chosen)]

    def _named(self, name: str) -> PanelTab:
        return next(tab for tab in self._tabs if tab.meta.name == name)

    def _is_seen(self, index: int) -> bool:
        if not 0 <= index < len(self._tabs):
            return False
        name = self._tabs[index].meta.name
        return name not in self._settings.settings.parts.hidden_tabs and not self.is_apart(name)

    def _refit(self) -> None:
        """Another choice of tabs; one of those that are left is in front."""
        seen = [index for index in range(len(self._tabs)) if self._is_seen(index)]
        current = self.bar.currentIndex()
        if seen and current not in seen:
            self.bar.setCurrentIndex(next((index for index in seen if index > current), seen[-1]))
        self.bar.want(seen)
        if not seen:
            self._stack.setCurrentIndex(0)

    def _widget(self, tab: PanelTab) -> QWidget:
        if tab.widget is None:
            tab.widget = tab.meta.show(tab.presenter, self._appearance, self._stack)
            self._stack.addWidget(tab.widget)
        return tab.widget

    def _take_back(self, widget: QWidget) -> None:
        self._stack.addWidget(widget)
        self._refit()

    def _wear(self, tab: PanelTab, badge: Badge) -> None:
        if badge == tab.badge:
            return
        tab.badge = badge
        if tab in self._tabs:
            self._dress(self._appearance)
            self.badged.emit(tab.meta.name, badge)

    def _changed(self, index: int) -> None:
        if self._is_seen(index):
            self._stack.setCurrentWidget(self._widget(self._tabs[index]))
            self._settings.update(debugger_tab=self._tabs[index].meta.name)
        self._refit()

    def _moved(self, at: int, to: int) -> None:
        self._tabs.insert(to, self._tabs.pop(at))
        self._settings.update_parts(tab_order=[tab.meta.name for tab in self._tabs])
        self._refit()

    def _count_unseen(self) -> None:
        count = len(self.bar.unseen)
        self.list_button.setText(str(count) if count else "")
        texts = self._appearance.texts
        self.list_button.setToolTip(plain_tip(texts("panels.more", count=count) if count else texts("panels.list")))

    def _show_tab_menu(self, place: QPoint) -> None:
        index = self.bar.tabAt(place)
        if index >= 0:
            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            fill_tab_menu(menu, self.entries()[index], self._wishes, self._appearance.texts)
            menu.popup(self.bar.mapToGlobal(place))

    def _title(self, tab: PanelTab) -> str:
        title, count = self._appearance.texts(tab.meta.title), tab.badge.count
        return f"{title} ({count})" if count else title

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        mark = icons.icon("error", "error")
        self.list_button.setIcon(icons.icon("chevron-down"))
        for index, tab in enumerate(self._tabs):
            self.bar.setTabText(index, self._title(tab))
            self.bar.setTabIcon(index, mark if tab.badge.count and tab.badge.is_bad else QIcon())
        self._refit()
