"""AppData as a widget: a tree of pages, components and values. Made by `meta`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.tree_rows import TreeRow
from ide.panels.app_data.presenter import AppDataPresenter
from ide.widgets.empty_text import EmptyText
from ide.widgets.live_panel import LivePanel
from ide.widgets.row_tree import ROW_ROLE, RowTree

PAUSE_MS = 200


class AppDataPanel(LivePanel):
    """The view of an `AppDataPresenter`."""

    def __init__(self, presenter: AppDataPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("app_data_panel")
        self.presenter = presenter
        self._appearance = appearance
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
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        presenter.attach(self)
        self.show_rows(presenter.rows)

    def menu_at(self, at: QPoint) -> QMenu | None:
        """What can be done with the row at a point of the tree."""
        row: TreeRow | None = self.tree.indexAt(at).data(ROW_ROLE)
        if row is None or not self.presenter.sought(row.path):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._appearance.texts("app_data.changes"), lambda: self.presenter.find_changes(row.path))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        if menu is not None:
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self._stack.setCurrentWidget(self.tree if rows else self._empty)
