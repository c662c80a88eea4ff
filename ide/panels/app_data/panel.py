"""AppData as a widget: a tree of pages, components and values. Made by `meta`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.tree_rows import TreeRow
from ide.panels.app_data.presenter import AppDataPresenter
from ide.widgets.empty_text import EmptyText
from ide.widgets.live_panel import LivePanel
from ide.widgets.row_tree import RowTree

PAUSE_MS = 200


class AppDataPanel(LivePanel):
    """The view of an `AppDataPresenter`."""

    def __init__(self, presenter: AppDataPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("app_data_panel")
        self.presenter = presenter
        self._stack = QStackedWidget(self)
        self.tree = RowTree(appearance, self)
        self._empty = EmptyText("app_data.empty", appearance, self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.tree.toggled.connect(presenter.toggle)
        self.tree.edited.connect(presenter.edit)
        presenter.attach(self)
        self.show_rows(presenter.rows)

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self._stack.setCurrentWidget(self.tree if rows else self._empty)
