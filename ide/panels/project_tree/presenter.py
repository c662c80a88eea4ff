"""What the project tree does: create, rename, move, delete, reveal. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Protocol

from ide.models.file_actions import Failed, create_component, create_file, create_folder, create_page, rename
from ide.models.file_tree import FileTree, join, parent_of
from ide.models.question import Asker, Question


class TreeView(Asker, Protocol):
    """What the presenter asks of the panel."""

    def folder_changed(self, folder: str) -> None:
        """The entries of a folder are not the same any more."""

    def select(self, path: str) -> None:
        """Shows a path and marks it."""

    def move_to_trash(self, path: str) -> bool:
        """Puts it into the desktop's trash; False if there is none."""

    def delete_for_good(self, path: str) -> str:
        """Deletes it; returns the system's complaint or an empty string."""

    def reveal(self, path: str) -> None:
        """Shows it in the desktop's file manager."""

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard."""

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        """A short message: text `report.<key>`."""


class TreePresenter:
    """One project's tree. `source_root` is the folder of app.json relative to the project, without a slash."""

    def __init__(self, tree: FileTree, view: TreeView) -> None:
        self.tree = tree
        self.open_asked: Callable[[str, bool], None] = lambda path, focus: None
        self.renamed: Callable[[str, str], None] = lambda old, new: None
        self.deleted: Callable[[str], None] = lambda path: None
        self.source_root = ""
        self._view = view

    def create(self, kind: str, folder: str) -> None:
        """Asks for a name and makes a `new_file`, `new_folder`, `new_page` or `new_component` in a folder."""
        question = Question(kind, ("ok", "cancel"), {"folder": folder or "/"})
        self._view.ask_text(question, "", lambda name: self._create(kind, folder, name.strip()))

    def rename(self, path: str) -> None:
        """Asks for another name."""
        name = PurePosixPath(path).name
        question = Question("rename", ("ok", "cancel"), {"file": path})
        self._view.ask_text(question, name, lambda new: self._rename(path, join(parent_of(path), new.strip())))

    def move(self, path: str, folder: str) -> None:
        """The user dragged something into a folder; asks first."""
        target = join(folder, PurePosixPath(path).name)
        if target == path:
            return
        question = Question("move", ("move", "cancel"), {"file": path, "folder": folder or "/"})
        self._view.ask(question, lambda answer: self._rename(path, target) if answer == "move" else None)

    def delete(self, path: str) -> None:
        """Asks, then moves to the trash."""
        question = Question("delete", ("delete", "cancel"), {"file": path})
        self._view.ask(question, lambda answer: self._delete(path) if answer == "delete" else None)

    def reveal(self, path: str) -> None:
        """In the file manager."""
        self._view.reveal(path)

    def copy_path(self, path: str) -> None:
        """Relative path to the clipboard."""
        self._view.copy(path)
        self._view.report("copied", {"text": path})

    def open(self, path: str, *, focus: bool) -> None:
        """The user looks at a file, and wants the keyboard in it if `focus`; else keys go on meaning the tree."""
        if not self.tree.is_folder(path):
            self.open_asked(path, focus)

    def files_changed(self, paths: frozenset[str]) -> None:
        """Something was made, removed or written on disk."""
        for folder in self.tree.refresh(paths):
            self._view.folder_changed(folder)

    def look_again(self) -> None:
        """Reads the whole project again."""
        self.tree.scan("")
        self._view.folder_changed("")

    def _create(self, kind: str, folder: str, name: str) -> None:
        root = self.tree.root
        match kind:
            case "new_file":
                made = create_file(root, folder, name)
            case "new_folder":
                made = create_folder(root, folder, name)
            case "new_page":
                made = create_page(root, self.source_root, folder, name)
            case _:
                made = create_component(root, folder, name)
        self._finish(made, join(folder, name))
        if isinstance(made, str) and kind == "new_page":
            self._view.report("page_added", {"page": join(folder, name)})
        if isinstance(made, str) and kind != "new_folder":
            self.open_asked(made, True)

    def _rename(self, path: str, new_path: str) -> None:
        moved = rename(self.tree.root, path, new_path)
        self._finish(moved, path, new_path)
        if isinstance(moved, str) and moved != path:
            self.renamed(path, moved)

    def _delete(self, path: str) -> None:
        if self._view.move_to_trash(path):
            self._gone(path)
            return
        question = Question("delete_for_good", ("delete", "cancel"), {"file": path})
        self._view.ask(question, lambda answer: self._delete_for_good(path) if answer == "delete" else None)

    def _delete_for_good(self, path: str) -> None:
        if complaint := self._view.delete_for_good(path):
            self._view.report("action_failed", {"detail": complaint})
            self.files_changed(frozenset((path,)))
        else:
            self._gone(path)

    def _gone(self, path: str) -> None:
        self.files_changed(frozenset((path,)))
        self.deleted(path)

    def _finish(self, result: str | Failed, *touched: str) -> None:
        if isinstance(result, Failed):
            self._view.report(result.key, result.arguments)
        self.files_changed(frozenset(touched))
        if isinstance(result, str):
            self.files_changed(frozenset((result,)))
            self._view.select(result)
