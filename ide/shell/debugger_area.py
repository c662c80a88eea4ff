"""The debugger area: a tab for each panel that was found. What the panels are it does not know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.panel_presenter import Badge, PanelDesk, PanelPresenter
from ide.widgets.icons import Icons
from ide.widgets.panel_meta import PanelMeta

_LEAST_WIDTH, _LEAST_HEIGHT = 320, 80


class _Tab:
    """One panel of the open project. Its presenter is there at once, unless it is to wait, its widget when somebody
    looks. `wear` hears of its badge."""

    def __init__(self, meta: PanelMeta[Any], desk: PanelDesk, wear: Callable[[_Tab, Badge], None]) -> None:
        self.meta = meta
        self.widget: QWidget | None = None
        self.badge = Badge(0)
        self._desk = desk
        self._wear = wear
        self.begun: PanelPresenter[Any] | None = None if meta.begins_when_seen else self._begin()

    @property
    def presenter(self) -> PanelPresenter[Any]:
        """The presenter; made now if it has waited."""
        self.begun = self.begun or self._begin()
        return self.begun

    def _begin(self) -> PanelPresenter[Any]:
        presenter: PanelPresenter[Any] = self.meta.present(self._desk)
        presenter.badged.connect(partial(self._wear, self))
        return presenter


class _Panels(QStackedWidget):
    """No panel makes the window wider, whatever it shows; one without room is cut."""

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)


class DebuggerArea(QWidget):
    """Shows one panel at a time. `panel_chosen` carries the name of a panel, `badged` a name and its `Badge`."""

    panel_chosen = Signal(str)
    badged = Signal(str, object)

    def __init__(self, panels: Sequence[PanelMeta[Any]], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debugger")
        self._panels = panels
        self._appearance = appearance
        self._tabs: list[_Tab] = []
        self.bar = QTabBar(self)
        self.bar.setObjectName("debugger_tabs")
        self.bar.setExpanding(False)
        self.bar.setIconSize(QSize(12, 12))
        self._stack = _Panels(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._changed)
        appearance.changed.connect(self._dress)

    def open(self, desk: PanelDesk, current: str = "") -> None:
        """A project is open: its panels begin, the `current` one (or else the first) is in front."""
        self._tabs = [_Tab(meta, desk, self._wear) for meta in self._panels]
        self.bar.blockSignals(True)
        for _tab in self._tabs:
            self.bar.addTab("")
        names = [tab.meta.name for tab in self._tabs]
        self.bar.setCurrentIndex(names.index(current) if current in names else 0)
        self.bar.blockSignals(False)
        self._dress(self._appearance)
        self._changed(self.bar.currentIndex())

    def close_panels(self) -> None:
        """The project is closed: its panels end."""
        tabs, self._tabs = self._tabs, []
        self.bar.blockSignals(True)
        while self.bar.count():
            self.bar.removeTab(0)
        self.bar.blockSignals(False)
        for tab in tabs:
            if tab.begun:
                tab.begun.close()
            if tab.widget:
                self._stack.removeWidget(tab.widget)
                tab.widget.deleteLater()

    def show_panel(self, name: str) -> None:
        """Brings a panel to the front."""
        for index, tab in enumerate(self._tabs):
            if tab.meta.name == name:
                self.bar.setCurrentIndex(index)

    def panel(self, name: str) -> QWidget:
        """A panel's widget; made now if nobody has looked at it before."""
        return self._widget(next(tab for tab in self._tabs if tab.meta.name == name))

    def command(self, name: str, command: str) -> None:
        """Gives a panel a command of the menus."""
        for tab in self._tabs:
            if tab.meta.name == name:
                tab.presenter.command(command)

    def _widget(self, tab: _Tab) -> QWidget:
        if tab.widget is None:
            tab.widget = tab.meta.show(tab.presenter, self._appearance, self._stack)
            self._stack.addWidget(tab.widget)
        return tab.widget

    def _wear(self, tab: _Tab, badge: Badge) -> None:
        tab.badge = badge
        self._dress(self._appearance)
        self.badged.emit(tab.meta.name, badge)

    def _changed(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self._stack.setCurrentWidget(self._widget(self._tabs[index]))
            self.panel_chosen.emit(self._tabs[index].meta.name)

    def _dress(self, appearance: Appearance) -> None:
        mark = Icons(appearance.theme).icon("error", "error")
        for index, tab in enumerate(self._tabs):
            title, count = appearance.texts(tab.meta.title), tab.badge.count
            self.bar.setTabText(index, f"{title} ({count})" if count else title)
            self.bar.setTabIcon(index, mark if count and tab.badge.is_bad else QIcon())
