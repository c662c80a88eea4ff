"""Search as a widget: fields, a line that says what came of it, files and matches as a tree. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.tree_rows import Path
from ide.panels.search.fields import SearchFields
from ide.panels.search.presenter import SearchPresenter, Shown
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel
from ide.widgets.row_tree import RowTree

PAUSE_MS = 60
TYPING_MS = 180
OUTDATED_MS = 400


class SearchPanel(LivePanel):
    """The view of a `SearchPresenter`."""

    def __init__(self, presenter: SearchPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("search_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.fields = SearchFields(appearance, self)
        self.summary = PlainLabel(parent=self)
        self.summary.setObjectName("search_summary")
        self.summary.setWordWrap(True)
        self.tree = RowTree(appearance, self)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.fields)
        layout.addWidget(self.summary)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._nothing = {key: EmptyText(f"search.{key}", appearance, self) for key in ("begin", "no_match")}
        for text in self._nothing.values():
            self._stack.addWidget(text)
        layout.addWidget(self._stack, 1)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(lambda: presenter.look_for(self.fields.query))
        self._connect()
        presenter.attach(self)
        dress(self, appearance, self._dress)

    # -- SearchView

    def begin(self, text: str, *, replaces: bool) -> None:
        """The keyboard goes into the field."""
        self.fields.begin(text, replaces=replaces)

    def _dress(self, appearance: Appearance) -> None:
        self.tree.setAccessibleName(appearance.texts("search.title"))
        self.presenter.refresh()

    def show_results(self, shown: Shown) -> None:
        """Draws everything."""
        self.tree.show_rows(shown.rows)
        self._stack.setCurrentWidget(self._nothing.get(shown.nothing, self.tree))
        self.summary.setText(shown.summary)
        self.summary.setVisible(bool(shown.summary))
        self.summary.setProperty("tone", "bad" if shown.is_bad else "")
        self.summary.style().polish(self.summary)
        self.fields.replace_all.setEnabled(shown.can_replace)
        self.fields.take_back.setEnabled(shown.can_take_back)

    def outdated(self) -> None:
        """Searches again soon."""
        self._later.start(OUTDATED_MS)

    # -- within

    def _connect(self) -> None:
        presenter, tree, buttons = self.presenter, self.tree, self.fields.buttons
        self.fields.changed.connect(lambda: self._later.start(TYPING_MS))
        self.fields.left.connect(self._go_to_results)
        self.fields.replace_all.clicked.connect(lambda: presenter.replace())
        self.fields.take_back.clicked.connect(presenter.take_back)
        buttons["again"].clicked.connect(presenter.search)
        buttons["toggle_all"].clicked.connect(presenter.toggle_all)
        tree.toggled.connect(presenter.toggle)
        tree.removed.connect(presenter.leave_out)
        tree.chosen.connect(lambda row: presenter.open(row, focus=False) if len(row) > 1 else None)
        tree.entered.connect(lambda row: presenter.open(row, focus=True))
        tree.customContextMenuRequested.connect(self._show_menu)

    def _go_to_results(self) -> None:
        if self.tree.rows:
            self.tree.setFocus()
            if self.tree.chosen_path is None:
                self.tree.choose(self.tree.rows[0].path, tells=False)

    def _show_menu(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        if not index.isValid():
            return
        row: Path = self.tree.rows[index.row()].path
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: dict[str, Callable[[], None]] = {
            "search.open": lambda: self.presenter.open(row, focus=True),
            "search.leave_out": lambda: self.presenter.leave_out(row),
            "tree.copy_path": lambda: QGuiApplication.clipboard().setText(row[0]),
        }
        if self.presenter.query.replacement is not None:
            acts["search.replace"] = lambda: self.presenter.replace(row)
        for name, act in acts.items():
            menu.addAction(self._appearance.texts(name), act)
        menu.popup(self.tree.viewport().mapToGlobal(point))
