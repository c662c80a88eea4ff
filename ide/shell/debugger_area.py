"""The debugger area: tabs over the panels that were given to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ide.models.appearance import Appearance


@dataclass(frozen=True, slots=True)
class DebuggerTab:
    """One panel; its name is the text `debugger.<key>`."""

    key: str
    widget: QWidget


class DebuggerArea(QWidget):
    """Shows one panel at a time. `tab_chosen` carries the key."""

    tab_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debugger")
        self._appearance = appearance
        self._tabs: list[DebuggerTab] = []
        self._labels: dict[str, str] = {}
        self.bar = QTabBar(self)
        self.bar.setObjectName("debugger_tabs")
        self.bar.setExpanding(False)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._changed)
        appearance.changed.connect(self._dress)

    def show_tabs(self, tabs: Sequence[DebuggerTab], current: str = "") -> None:
        """Shows these panels; those of before that are not among them are deleted."""
        kept = {tab.widget for tab in tabs}
        self.bar.blockSignals(True)
        for tab in self._tabs:
            self._stack.removeWidget(tab.widget)
            if tab.widget not in kept:
                tab.widget.deleteLater()
        while self.bar.count():
            self.bar.removeTab(0)
        self._tabs = list(tabs)
        for tab in tabs:
            self.bar.addTab("")
            self._stack.addWidget(tab.widget)
        self.bar.blockSignals(False)
        self._dress(self._appearance)
        self.show_tab(current or (tabs[0].key if tabs else ""))

    def show_tab(self, key: str) -> None:
        """Brings a panel to the front."""
        for index, tab in enumerate(self._tabs):
            if tab.key == key:
                self.bar.setCurrentIndex(index)
                self._stack.setCurrentIndex(index)

    def set_label(self, key: str, label: str) -> None:
        """Another name for a tab (with a count); empty for its usual one."""
        self._labels[key] = label
        self._dress(self._appearance)

    def _changed(self, index: int) -> None:
        if index >= 0:
            self._stack.setCurrentIndex(index)
            self.tab_chosen.emit(self._tabs[index].key)

    def _dress(self, appearance: Appearance) -> None:
        for index, tab in enumerate(self._tabs):
            self.bar.setTabText(index, self._labels.get(tab.key) or appearance.texts(f"debugger.{tab.key}"))
