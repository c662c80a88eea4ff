"""Cloud as a widget: at the left what an environment has, at the right the documents, the function or the files that
are chosen. Made by `meta`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.panels.cloud.documents_view import DocumentsView
from ide.panels.cloud.files_view import FilesView
from ide.panels.cloud.function_view import FunctionView
from ide.panels.cloud.presenter import CloudPresenter, Kind, Overview
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.widget_keys import on_keys

PAUSE_MS = 300
_MARGINS = 40
_BUTTONS = {"make": "new-folder", "drop": "close", "import": "folder-open", "export": "save-file", "refresh": "refresh"}
_GROUPS: tuple[Kind, ...] = ("collection", "function", "files")
_TITLES = {"collection": "collections", "function": "functions", "files": "files"}
_KIND = Qt.ItemDataRole.UserRole


class CloudPanel(LivePanel):
    """The view of a `CloudPresenter`."""

    def __init__(self, presenter: CloudPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("cloud_panel")
        self.presenter = presenter
        self._appearance = appearance
        self._overview: Overview | None = None
        self.environments = QComboBox(self)
        self.tree = QTreeWidget(self)
        self.documents = DocumentsView(presenter, appearance, self)
        self.function = FunctionView(presenter, appearance, self)
        self.files = FilesView(presenter, appearance, self)
        self._empty = EmptyText("cloud.empty", appearance, self)
        self._stack = QStackedWidget(self)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self._lay_out()
        acts = {
            "make": self.make, "drop": presenter.drop, "import": self.take_in, "export": self.write_out,
            "refresh": presenter.refresh,
        }  # fmt: skip
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda checked=False, act=act: act())
        self.tree.currentItemChanged.connect(self._chosen)
        self.environments.textActivated.connect(presenter.enter)
        on_keys(self.tree, QKeySequence.StandardKey.Refresh, presenter.refresh)
        dress(self, appearance, self._dress)
        presenter.attach(self)

    def make(self) -> None:
        """Asks for the name of a new collection."""
        texts = self._appearance.texts
        name, is_given = QInputDialog.getText(self, texts("cloud.make"), texts("cloud.make.prompt"))
        if is_given:
            self.presenter.make(name)

    def take_in(self) -> None:
        """Asks for a file of documents."""
        path, _ = QFileDialog.getOpenFileName(self, self._appearance.texts("cloud.import"), "", "JSON (*.json)")
        if path:
            self.presenter.take_in(Path(path))

    def write_out(self) -> None:
        """Asks where the collection is to go."""
        title, name = self._appearance.texts("cloud.export"), f"{self.presenter.name}.json"
        path, _ = QFileDialog.getSaveFileName(self, title, name, "JSON (*.json)")
        if path:
            self.presenter.write_out(Path(path))

    # -- CloudView

    def show_overview(self, overview: Overview, kind: Kind, name: str) -> None:
        """Fills the lists; what is chosen stays so."""
        with QSignalBlocker(self.environments):
            self.environments.clear()
            self.environments.addItems(list(overview.environments))
            self.environments.setCurrentText(overview.env)
        names: Mapping[Kind, Sequence[tuple[str, str]]] = {
            "collection": [(one, str(count)) for one, count in overview.collections],
            "function": [(one, "") for one in overview.functions],
            "files": [("", str(len(overview.files)))],
        }
        if overview != self._overview:
            # A click is still being dealt with when it has led here; its row must stay.
            self._overview = overview
            with QSignalBlocker(self.tree):
                self._fill(names, kind, name)
            self.files.show_files(overview.files)
        for button in ("drop", "export", "import"):
            self.buttons[button].setEnabled(kind == "collection" and bool(name))
        shown: QWidget = {"function": self.function, "files": self.files}.get(kind, self.documents)
        self._stack.setCurrentWidget(self._empty if kind == "collection" and not name else shown)

    def show_documents(self, columns: Sequence[str], documents: Sequence[Mapping[str, Any]]) -> None:
        """Those of the chosen collection."""
        self.documents.show_documents(columns, documents)

    def show_document(self, text: str) -> None:
        """One of them, to be edited."""
        self.documents.editor.setPlainText(text)

    def show_rule(self, rule: str) -> None:
        """Who may use the chosen collection."""
        self.documents.rule.show_rule(rule)

    def show_function(self, *, is_trusted: bool, timers: Sequence[Mapping[str, str]]) -> None:
        """The chosen function may be called, or the user is asked first."""
        self.function.show_function(is_trusted=is_trusted, timers=timers)

    def show_result(self, text: str, duration_ms: int) -> None:
        """What it has returned."""
        self.function.show_result(text, duration_ms)

    # -- within

    def _fill(self, names: Mapping[Kind, Sequence[tuple[str, str]]], kind: Kind, name: str) -> None:
        self.tree.clear()
        texts = self._appearance.texts
        for group in _GROUPS:
            entries = names[group]
            top = QTreeWidgetItem([texts(f"cloud.{_TITLES[group]}"), entries[0][1] if group == "files" else ""])
            self.tree.addTopLevelItem(top)
            if group == "files":
                top.setData(0, _KIND, ("files", ""))
            for one, count in () if group == "files" else entries:
                item = QTreeWidgetItem([one, count])
                item.setData(0, _KIND, (group, one))
                top.addChild(item)
                if (group, one) == (kind, name):
                    self.tree.setCurrentItem(item)
            if group == kind == "files":
                self.tree.setCurrentItem(top)
        self.tree.expandAll()
        # However narrow the panel is: the groups' names are read whole.
        names_width = max(self.tree.fontMetrics().horizontalAdvance(texts(f"cloud.{_TITLES[one]}")) for one in _GROUPS)
        counts_width = self.tree.sizeHintForColumn(1)
        self.tree.setMinimumWidth(self.tree.indentation() + names_width + counts_width + _MARGINS)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        data = item.data(0, _KIND) if item is not None else None
        if data:
            self.documents.query.clear()
            self.presenter.choose(*data)

    def _lay_out(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.environments)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        for shown in (self._empty, self.documents, self.function, self.files):
            self._stack.addWidget(shown)
        split = QSplitter(self)
        for side in (self.tree, self._stack):
            split.addWidget(side)
        split.setStretchFactor(1, 1)
        width = self._appearance.theme.sizes["tree_width"]
        split.setSizes([width, width * 3])
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(split, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        self.tree.setAccessibleName(texts("cloud.title"))
        self.environments.setAccessibleName(texts("cloud.env"))
        self.environments.setToolTip(texts("cloud.env"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"cloud.{name}"))
        self._overview = None
        if self.isVisible():
            self.presenter.refresh()
