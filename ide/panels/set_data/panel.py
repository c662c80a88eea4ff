"""setData as a widget: pages and components with their calls, and one frame's time as a flame. Made by `meta`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.tree_rows import TreeRow
from ide.models.updates.frame import FrameFlame
from ide.panels.set_data.flame_view import FlameView
from ide.panels.set_data.presenter import SetDataPresenter
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.row_tree import RowTree

PAUSE_MS = 250
_BUTTONS = {"watch": "record", "clear": "clear-cache"}


class SetDataPanel(LivePanel):
    """The view of a `SetDataPresenter`."""

    def __init__(self, presenter: SetDataPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("set_data_panel")
        self.presenter = presenter
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.flame = FlameView(appearance, self)
        self.tree = RowTree(appearance, self)
        self._empty = EmptyText("set_data.empty", appearance, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        for name, button in self.buttons.items():
            button.setObjectName(f"set_data_{name}")
            button.setIconSize(QSize(16, 16))
            button.setCheckable(name == "watch")
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.flame)
        layout.addWidget(self._stack, 1)
        self.buttons["watch"].toggled.connect(lambda is_on: presenter.watch(is_on=is_on))
        self.buttons["clear"].clicked.connect(lambda: presenter.clear())
        self.tree.toggled.connect(presenter.toggle)
        self.tree.chosen.connect(presenter.choose)
        self.flame.call_chosen.connect(presenter.open_call)
        self.tree.doubleClicked.connect(lambda index: presenter.open(self.tree.rows[index.row()].path))
        dress(self, appearance, self._dress)
        presenter.attach(self)

    def show_rows(self, rows: Sequence[TreeRow], flame: FrameFlame) -> None:
        """Draws the list and the flame."""
        self.buttons["watch"].blockSignals(True)
        self.buttons["watch"].setChecked(self.presenter.is_watching)
        self.buttons["watch"].blockSignals(False)
        self.tree.show_rows(rows)
        self.flame.show_flame(flame)
        self._stack.setCurrentWidget(self.tree if rows else self._empty)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(appearance.texts(f"set_data.{name}"))
            self.buttons[name].setAccessibleName(appearance.texts(f"set_data.{name}"))
