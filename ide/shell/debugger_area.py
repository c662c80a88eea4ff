"""The debugger area: tabs over the panels that were given to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.signal import Signal as ModelSignal
from ide.widgets.icons import Icons


@dataclass(frozen=True, slots=True)
class DebuggerTab:
    """One panel; its name is the text `debugger.<key>`. `errors` tells how many it has to be looked at for."""

    key: str
    widget: QWidget
    errors: ModelSignal[int] | None = None


class DebuggerArea(QWidget):
    """Shows one panel at a time. `tab_chosen` carries the key, `errors_counted` a key and how many it has now."""

    tab_chosen = Signal(str)
    errors_counted = Signal(str, int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debugger")
        self._appearance = appearance
        self._tabs: list[DebuggerTab] = []
        self._labels: dict[str, str] = {}
        self._errors: dict[str, int] = {}
        self.bar = QTabBar(self)
        self.bar.setObjectName("debugger_tabs")
        self.bar.setExpanding(False)
        self.bar.setIconSize(QSize(12, 12))
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
        self._errors = {}
        for tab in tabs:
            self.bar.addTab("")
            self._stack.addWidget(tab.widget)
            if tab.errors is not None:
                tab.errors.connect(partial(self._count, tab.key))
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

    def _count(self, key: str, errors: int) -> None:
        self._errors[key] = errors
        self._dress(self._appearance)
        self.errors_counted.emit(key, errors)

    def _changed(self, index: int) -> None:
        if index >= 0:
            self._stack.setCurrentIndex(index)
            self.tab_chosen.emit(self._tabs[index].key)

    def _dress(self, appearance: Appearance) -> None:
        mark = Icons(appearance.theme).icon("error", "error")
        for index, tab in enumerate(self._tabs):
            label = self._labels.get(tab.key) or appearance.texts(f"debugger.{tab.key}")
            errors = self._errors.get(tab.key, 0)
            self.bar.setTabText(index, f"{label} ({errors})" if errors else label)
            self.bar.setTabIcon(index, mark if errors else QIcon())
