"""The project tree as a Qt item model: shadows `FileTree` row by row and never touches the disk."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from ide.models.file_kinds import icon_of
from ide.models.file_tree import Entry, FileTree, join, parent_of
from ide.panels.project_tree.presenter import CreateKind
from ide.version_control.status import Mark, Status
from ide.widgets.icons import Icons
from ide.widgets.plain_text import plain_tip

PATH_ROLE = Qt.ItemDataRole.UserRole
DRAFT_ROLE = PATH_ROLE + 1
MARK_ROLE = PATH_ROLE + 2
_MIME_TYPE = "application/x-handset-paths"
_FILES_TYPE = "text/uri-list"
_DRAFT_ICONS: dict[CreateKind, str] = {
    "new_file": "file", "new_folder": "folder", "new_page": "file-wxml", "new_component": "file-wxml",
}  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Draft:
    """Something that is being made and has no name yet."""

    kind: CreateKind
    folder: str


class _Node:
    """One row. The node objects live as long as the row, because Qt holds bare pointers to them."""

    def __init__(self, entry: Entry, path: str, parent: _Node | None) -> None:
        self.entry = entry
        self.path = path
        self.parent = parent
        self.children: list[_Node] = []
        self.row = 0
        self.draft: Draft | None = None

    def number(self) -> None:
        """Tells the children their rows; Qt asks for them far too often to look them up."""
        for row, child in enumerate(self.children):
            child.row = row


class FileTreeItems(QAbstractItemModel):
    """Rows are entries; `PATH_ROLE` is the path, empty for the row of a draft, of which `DRAFT_ROLE` tells.

    `dropped(paths, folder)` hears of a drag, `taken_in(files, folder)` of one from another program; `renamed(path,
    name)` and `named(draft, name)` hear what was typed as a name. `status` is what git says, for `MARK_ROLE`.
    """

    def __init__(self, tree: FileTree, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self.dropped: Callable[[list[str], str], None] = lambda paths, folder: None
        self.taken_in: Callable[[list[Path], str], None] = lambda files, folder: None
        self.renamed: Callable[[str, str], None] = lambda path, name: None
        self.named: Callable[[Draft, str], None] = lambda draft, name: None
        self._draft: _Node | None = None
        self.status: Status | None = None
        self._tree = tree
        self._icons = icons
        self._wanted: frozenset[str] | None = None
        self._root = _Node(Entry("", True), "", None)
        self._fill(self._root)

    def set_icons(self, icons: Icons) -> None:
        """Another theme; the view is drawn again by whoever calls this."""
        self._icons = icons

    def show_only(self, wanted: frozenset[str] | None) -> None:
        """Has rows for these paths alone (with the folders above them among them); None: for all."""
        if wanted != self._wanted:
            self.beginResetModel()
            self._wanted = wanted
            self._root = _Node(Entry("", True), "", None)
            self._fill(self._root)
            self.endResetModel()

    def begin_draft(self, draft: Draft) -> QModelIndex:
        """A row without a name, first in its folder; in place of an earlier one."""
        self.end_draft()
        above = self._find(draft.folder) or self._root
        node = _Node(Entry("", draft.kind == "new_folder"), "", above)
        node.draft = draft
        self.beginInsertRows(self._index_of(above), 0, 0)
        above.children.insert(0, node)
        above.number()
        self._draft = node
        self.endInsertRows()
        return self._index_of(node)

    def end_draft(self) -> None:
        """Takes the row of a draft away."""
        node, self._draft = self._draft, None
        if node is not None and node.parent is not None:
            above = node.parent
            self.beginRemoveRows(self._index_of(above), 0, 0)
            above.children.remove(node)
            above.number()
            self.endRemoveRows()

    def sync(self, folder: str) -> None:
        """Brings the rows of a folder, and of what is new in it, to what `FileTree` says."""
        node = self._find(folder)
        if node is None:
            return
        index = self._index_of(node)
        wanted = self._entries(folder)
        # What is being named stays where it is.
        first = int(bool(node.children) and node.children[0] is self._draft)
        for row in range(len(node.children) - 1, first - 1, -1):
            if node.children[row].entry not in wanted:
                self.beginRemoveRows(index, row, row)
                del node.children[row]
                node.number()
                self.endRemoveRows()
        for row, entry in enumerate(wanted, first):
            if row < len(node.children) and node.children[row].entry == entry:
                if entry.is_folder:
                    self.sync(node.children[row].path)
                continue
            child = _Node(entry, join(folder, entry.name), node)
            self._fill(child)
            self.beginInsertRows(index, row, row)
            node.children.insert(row, child)
            node.number()
            self.endInsertRows()

    def index_of(self, path: str) -> QModelIndex:
        """The row of a path; invalid if there is none."""
        node = self._find(path)
        return self._index_of(node) if node else QModelIndex()

    def path_at(self, index: _Index) -> str:
        """The path of a row; empty for none."""
        return self._node(index).path

    # -- QAbstractItemModel

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        node = self._node(index).parent
        return self._index_of(node) if node else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._node(parent).children)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self._node(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.entry.name
        if role == DRAFT_ROLE:
            return node.draft
        if role == MARK_ROLE:
            return self._mark(node)
        if role == Qt.ItemDataRole.DecorationRole:
            if node.draft:
                return self._icons.icon(_DRAFT_ICONS[node.draft.kind])
            return self._icons.icon("folder" if node.entry.is_folder else icon_of(node.path))
        if role == PATH_ROLE:
            return node.path
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(node.path)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node, name = self._node(index), str(value).strip()
        if node.draft and name:
            self.named(node.draft, name)
        elif not node.draft and name and name != node.entry.name:
            self.renamed(node.path, name)
        # The row is another one when the disk says so.
        return False

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemIsEditable
        return usual | flag.ItemIsDropEnabled if self._node(index).entry.is_folder else usual

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [_MIME_TYPE, _FILES_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME_TYPE, json.dumps([self.path_at(index) for index in indexes]).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        node = self._node(parent)
        folder = node.path if node.entry.is_folder else parent_of(node.path)
        if data.hasFormat(_MIME_TYPE):
            self.dropped(json.loads(bytes(data.data(_MIME_TYPE).data())), folder)
        else:
            self.taken_in([Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()], folder)
        # The row moves when the disk says so, not by the view's own hand.
        return False

    def _mark(self, node: _Node) -> Mark | None:
        if self.status is None or not node.path:
            return None
        mark = self.status.mark_of(node.path)
        return "modified" if mark is None and self.status.has_changes(node.path) else mark

    def _fill(self, node: _Node) -> None:
        for entry in self._entries(node.path):
            child = _Node(entry, join(node.path, entry.name), node)
            node.children.append(child)
            if entry.is_folder:
                self._fill(child)
        node.number()

    def _entries(self, folder: str) -> Sequence[Entry]:
        entries = self._tree.children(folder)
        if self._wanted is None:
            return entries
        return [entry for entry in entries if join(folder, entry.name) in self._wanted]

    def _node(self, index: _Index) -> _Node:
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node

    def _index_of(self, node: _Node) -> QModelIndex:
        if node.parent is None:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def _find(self, path: str) -> _Node | None:
        node = self._root
        for name in path.split("/") if path else ():
            found = next((child for child in node.children if child.entry.name == name), None)
            if found is None:
                return None
            node = found
        return node
