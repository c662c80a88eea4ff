"""The project tree panel: header with buttons and filter, the tree, its context menu."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QFile,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QProcess,
    QSize,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.file_copies import copy_into
from ide.models.file_tree import FileTree
from ide.models.question import Question
from ide.panels.project_tree.item_model import DRAFT_ROLE, PATH_ROLE, Draft, FileTreeItems
from ide.panels.project_tree.name_editor import NameEditor
from ide.panels.project_tree.presenter import Copied, CreateKind, TreePresenter
from ide.panels.project_tree.tree_menu import Namings, tree_menu
from ide.version_control.status import Status
from ide.widgets import question_box
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel
from ide.widgets.task_queue import TaskQueue
from runtime.systems.file_managers import reveal_command
from runtime.systems.links import is_link

_HEADER_BUTTONS = {"new_file": "new-file", "new_folder": "new-folder", "refresh": "refresh", "collapse": "collapse"}
FILTER_PAUSE_MS = 80
MOST_EXPANDED = 400
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Index = QModelIndex | QPersistentModelIndex


class ProjectTreePanel(QWidget):
    """Shows one project at a time; without one it is empty."""

    reported = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tree_panel")
        self.presenter: TreePresenter | None = None
        self.appearance = appearance
        self._items: FileTreeItems | None = None
        self._expanded_before: list[str] | None = None
        self._copying = TaskQueue(self)
        self._pause = QTimer(self, interval=FILTER_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._filter)
        self._title = PlainLabel(parent=self)
        self._buttons = {name: QToolButton(self) for name in _HEADER_BUTTONS}
        self.filter_box = QLineEdit(self)
        self.filter_box.setClearButtonEnabled(True)
        self.filter_box.textChanged.connect(lambda _text: self._pause.start())
        self.tree = QTreeView(self)
        self._rows = NameEditor(self._complaint, appearance.theme, self.tree)
        self._prepare_tree()
        self._lay_out()
        appearance.changed.connect(self._dress)
        self._dress(appearance)

    def show_project(self, tree: FileTree) -> TreePresenter:
        """Shows a project from now on."""
        self.presenter = TreePresenter(tree, self)
        self._items = FileTreeItems(tree, Icons(self.appearance.theme), self)
        self._items.dropped = self.presenter.move
        self._items.taken_in = self.presenter.take_in
        self._items.renamed = self.presenter.rename
        self._items.named = lambda draft, name: self._with(
            lambda presenter: presenter.create(draft.kind, draft.folder, name)
        )
        self.tree.setModel(self._items)
        self._filter()
        self._title.setText(tree.root.name)
        return self.presenter

    def close_project(self) -> None:
        """Shows nothing."""
        self.presenter = None
        self._copying.close()
        self._copying = TaskQueue(self)
        self._expanded_before = None
        self.tree.setModel(None)
        if self._items:
            self._items.deleteLater()
            self._items = None
        self._title.setText("")

    def expanded_folders(self) -> list[str]:
        """Folders that are open, for the next start; those that a filter opens are not."""
        if self._expanded_before is not None:
            return self._expanded_before
        found: list[str] = []
        self._collect_expanded(QModelIndex(), found)
        return found

    def expand(self, folders: list[str]) -> None:
        """Opens folders that were open before."""
        for folder in folders:
            self.tree.setExpanded(self._index_of(folder), True)

    def show_status(self, status: Status | None) -> None:
        """Colours the names by what git says."""
        if self._items and self.presenter:
            self._items.status = self.presenter.status = status
            self.tree.viewport().update()

    def chosen(self) -> list[str]:
        """The paths that are marked, from top to bottom."""
        rows = sorted(self.tree.selectedIndexes(), key=lambda index: self.tree.visualRect(index).top())
        return [path for index in rows if (path := str(index.data(PATH_ROLE) or ""))]

    def begin_create(self, kind: CreateKind, folder: str | None = None) -> None:
        """A row for something new, to be named; in the folder that is marked, or in which the marked file lies."""
        if self._items is None or self.presenter is None:
            return
        if folder is None:
            folder = self.presenter.folder_of(self._current())
        if self.filter_box.text():
            self.filter_box.clear()
            self._filter()
        index = self._items.begin_draft(Draft(kind, folder))
        self.tree.expand(index.parent())
        self._name(index)

    def begin_rename(self) -> None:
        """The name of what is marked, to be changed."""
        if self._current():
            self._name(self.tree.currentIndex())

    # -- TreeView

    def folder_changed(self, folder: str) -> None:
        """Draws a folder again."""
        if self._expanded_before is not None:
            self._pause.start()  # What the filter finds is another set now.
        elif self._items:
            self._items.sync(folder)

    def select(self, path: str) -> None:
        """Shows a path and marks it."""
        index = self._index_of(path)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def move_to_trash(self, path: str) -> str | None:
        """Puts it into the desktop's trash."""
        moved = QFile.moveToTrash(str(self._absolute(path)))
        is_moved, place = moved if isinstance(moved, tuple) else (moved, "")
        return place if is_moved else None

    def delete_for_good(self, path: str) -> str:
        """Deletes a file or a whole folder."""
        target = self._absolute(path)
        try:
            if target.is_dir() and not is_link(target):
                shutil.rmtree(target)
            else:
                target.unlink()
        except OSError as error:
            return error.strerror or str(error)
        return ""

    def reveal(self, path: str) -> None:
        """Shows it in the file manager; where that cannot mark a file, its folder."""
        target = self._absolute(path)
        command = reveal_command(target)
        if command is not None:
            QProcess.startDetached(command[0], command[1:])
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target if target.is_dir() else target.parent)))

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def hand_out(self, files: Sequence[Path]) -> None:
        """Puts files on the clipboard, for other programs too."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        QGuiApplication.clipboard().setMimeData(data)

    def handed_in(self) -> list[Path]:
        """The files on the clipboard."""
        return [Path(url.toLocalFile()) for url in QGuiApplication.clipboard().mimeData().urls() if url.isLocalFile()]

    def copy_files(self, files: Sequence[Path], folder: str, done: Copied) -> None:
        """Copies files into a folder, in a thread."""
        root = self._absolute("")
        self._copying.work(lambda: [copy_into(root, file, folder) for file in files], done)

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        """A short message for the status bar."""
        self.reported.emit(self.appearance.texts(f"report.{key}", **arguments))

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Asks the user."""
        question_box.ask(self, self.appearance.texts, question, answered)

    def ask_save_path(self, initial: str, answered: Callable[[str], None]) -> None:
        """Asks where to save."""
        question_box.ask_save_path(self, initial, answered)

    # -- within

    def _prepare_tree(self) -> None:
        self.tree.setObjectName("tree")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setAnimated(False)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._rows.complained.connect(self.reported)
        self._rows.closeEditor.connect(lambda _editor: QTimer.singleShot(0, self, self._end_draft))
        self.tree.setItemDelegate(self._rows)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.clicked.connect(self._clicked)
        # Not `activated`: some desktops mean a single click by it.
        self.tree.doubleClicked.connect(
            lambda _index: self._with(lambda presenter: presenter.open(self._current(), focus=True))
        )
        keys_of_tree: dict[str, Callable[[TreePresenter], object]] = {
            "F2": lambda _presenter: self.begin_rename(),
            "Del": lambda presenter: presenter.delete(self.chosen()),
            "Return": lambda presenter: presenter.open(self._current(), focus=True),
            "Enter": lambda presenter: presenter.open(self._current(), focus=True),
            "Ctrl+C": lambda presenter: presenter.hand_out(self.chosen(), cuts=False),
            "Ctrl+X": lambda presenter: presenter.hand_out(self.chosen(), cuts=True),
            "Ctrl+V": lambda presenter: presenter.paste(presenter.folder_of(self._current())),
            "Ctrl+Z": lambda presenter: presenter.undo(),
        }
        for keys, act in keys_of_tree.items():
            shortcut = QShortcut(QKeySequence(keys), self.tree)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._with, act))

    def _lay_out(self) -> None:
        header = QFrame(self)
        header.setObjectName("tree_header")
        header.setFixedHeight(self.appearance.theme.sizes["tab_height"])
        row = QHBoxLayout(header)
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._title, 1)
        for name, button in self._buttons.items():
            button.setObjectName(f"tree_{name}")
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self._buttons["new_file"].clicked.connect(lambda: self.begin_create("new_file"))
        self._buttons["new_folder"].clicked.connect(lambda: self.begin_create("new_folder"))
        self._buttons["refresh"].clicked.connect(lambda: self._with(lambda presenter: presenter.look_again()))
        self._buttons["collapse"].clicked.connect(self.tree.collapseAll)
        box = QVBoxLayout()
        box.setContentsMargins(6, 6, 6, 6)
        box.addWidget(self.filter_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(box)
        layout.addWidget(self.tree, 1)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.tree.setAccessibleName(appearance.texts("tree.title"))
        for name, icon in _HEADER_BUTTONS.items():
            self._buttons[name].setIcon(icons.icon(icon))
            self._buttons[name].setToolTip(appearance.texts(f"tree.{name}"))
        self.filter_box.setPlaceholderText(appearance.texts("tree.filter"))
        self._rows.theme = appearance.theme
        if self._items:
            self._items.set_icons(icons)
            self.tree.viewport().update()

    def _show_menu(self, point: QPoint) -> None:
        if self.presenter:
            paths = self.chosen() if self.tree.indexAt(point).isValid() else []
            namings = Namings(self.begin_create, self.begin_rename)
            menu = tree_menu(self.presenter, paths, namings, self.appearance.texts, self)
            menu.popup(self.tree.viewport().mapToGlobal(point))

    def _complaint(self, index: Index, name: str) -> str:
        if self.presenter is None:
            return ""
        draft = index.data(DRAFT_ROLE)
        if isinstance(draft, Draft):
            failed = self.presenter.complaint(draft.kind, draft.folder, name)
        else:
            failed = self.presenter.rename_complaint(str(index.data(PATH_ROLE)), name)
        return self.appearance.texts(f"report.{failed.key}", **failed.arguments) if failed else ""

    def _end_draft(self) -> None:
        if self._items and self.tree.state() != QAbstractItemView.State.EditingState:
            self._items.end_draft()

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() & (SHIFT | CONTROL):
            return  # More than one is being chosen.
        path = str(index.data(PATH_ROLE))
        if self.presenter and self.presenter.tree.is_folder(path):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        self._with(lambda presenter: presenter.open(path, focus=False))

    def _filter(self) -> None:
        if self._items is None or self.presenter is None:
            return
        needle = self.filter_box.text().strip()
        if needle:
            if self._expanded_before is None:
                self._expanded_before = self.expanded_folders()
            found = self.presenter.tree.matching(needle)
            self._items.show_only(found)
            # Of thousands of rows nobody sees more than the first: opening all would take its time.
            if len(found) <= MOST_EXPANDED:
                self.tree.expandAll()
        elif self._expanded_before is not None:
            current, expanded = self._current(), self._expanded_before
            self._expanded_before = None
            self._items.show_only(None)
            self.expand(expanded)
            self.select(current)

    def _name(self, index: QModelIndex) -> None:
        self.tree.setFocus()
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self.tree.edit(index)

    def _with(self, act: Callable[[TreePresenter], object]) -> None:
        if self.presenter:
            act(self.presenter)

    def _current(self) -> str:
        return str(self.tree.currentIndex().data(PATH_ROLE) or "")

    def _index_of(self, path: str) -> QModelIndex:
        return self._items.index_of(path) if self._items else QModelIndex()

    def _absolute(self, path: str) -> Path:
        assert self.presenter is not None
        return self.presenter.tree.root / path

    def _collect_expanded(self, parent: QModelIndex, found: list[str]) -> None:
        if self._items is None:
            return
        for row in range(self._items.rowCount(parent)):
            index = self._items.index(row, 0, parent)
            if self.tree.isExpanded(index):
                found.append(str(index.data(PATH_ROLE)))
                self._collect_expanded(index, found)
