"""What the project tree does: create, rename, move, copy, delete, take back, reveal. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal, Protocol

from ide.models.file_actions import (
    Failed,
    complaint,
    create_component,
    create_file,
    create_folder,
    create_page,
    rename,
    rename_complaint,
)
from ide.models.file_copies import bring_back
from ide.models.file_templates import FolderKind, new_files
from ide.models.file_tree import FileTree, is_inside, join, parent_of
from ide.models.question import Asker, Question
from ide.version_control.status import Status

CreateKind = Literal["new_file", "new_folder", "new_page", "new_component"]
Copied = Callable[[Sequence[str | Failed]], None]
_MOST_UNDONE = 50


class TreeView(Asker, Protocol):
    """What the presenter asks of the panel."""

    def folder_changed(self, folder: str) -> None:
        """The entries of a folder are not the same any more."""

    def select(self, path: str) -> None:
        """Shows a path and marks it."""

    def move_to_trash(self, path: str) -> str | None:
        """Puts it into the desktop's trash; returns where it is now (empty: nobody knows), None if there is none."""

    def delete_for_good(self, path: str) -> str:
        """Deletes it; returns the system's complaint or an empty string."""

    def reveal(self, path: str) -> None:
        """Shows it in the desktop's file manager."""

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard."""

    def hand_out(self, files: Sequence[Path]) -> None:
        """Puts files on the clipboard, for other programs too."""

    def handed_in(self) -> list[Path]:
        """The files on the clipboard."""

    def copy_files(self, files: Sequence[Path], folder: str, done: Copied) -> None:
        """Copies files into a folder; `done` hears later of each."""

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        """A short message: text `report.<key>`."""


class TreePresenter:
    """One project's tree. `source_root` is the folder of app.json relative to the project, without a slash."""

    def __init__(self, tree: FileTree, view: TreeView) -> None:
        self.tree = tree
        self.open_asked: Callable[[str, bool], None] = lambda path, focus: None
        self.renamed: Callable[[str, str], None] = lambda old, new: None
        self.deleted: Callable[[str], None] = lambda path: None
        self.compare_asked: Callable[[str], None] = lambda path: None
        self.discard_asked: Callable[[str], None] = lambda path: None
        self.status: Status | None = None
        self.source_root = ""
        self._view = view
        self._cut: list[Path] = []
        self._undo: list[Callable[[], None]] = []

    def folder_of(self, path: str) -> str:
        """The path itself if it is a folder, else the folder in which it lies."""
        return path if self.tree.is_folder(path) else parent_of(path)

    def is_changed(self, path: str) -> bool:
        """Whether a file differs from the last commit, in which it is."""
        return self.status is not None and self.status.marks.get(path) in ("modified", "conflict", "deleted")

    # -- names

    def complaint(self, kind: CreateKind, folder: str, name: str) -> Failed | None:
        """Why nothing in a folder can be made under this name."""
        suffixes = self._endings(kind)
        found = (complaint(self.tree.root, join(folder, name.strip()) + suffix) for suffix in suffixes)
        return next(filter(None, found), None)

    def _endings(self, kind: CreateKind) -> Iterable[str]:
        if kind not in ("new_page", "new_component"):
            return ("",)
        of: FolderKind = "page" if kind == "new_page" else "component"
        return new_files(self.tree.root, self.source_root, of, "")

    def rename_complaint(self, path: str, name: str) -> Failed | None:
        """Why something cannot have this name."""
        new = join(parent_of(path), name.strip())
        return None if new == path else rename_complaint(self.tree.root, path, new)

    def create(self, kind: CreateKind, folder: str, name: str) -> None:
        """Makes something in a folder and opens it."""
        root, name = self.tree.root, name.strip()
        match kind:
            case "new_file":
                made = create_file(root, folder, name)
            case "new_folder":
                made = create_folder(root, folder, name)
            case "new_page":
                made = create_page(root, self.source_root, folder, name)
            case "new_component":
                made = create_component(root, self.source_root, folder, name)
        self._finish(made, join(folder, name))
        if isinstance(made, str) and kind == "new_page":
            self._view.report("page_added", {"page": join(folder, name)})
        if isinstance(made, str) and kind != "new_folder":
            self.open_asked(made, True)

    def rename(self, path: str, name: str) -> None:
        """Gives something another name."""
        self._move(path, join(parent_of(path), name.strip()))

    # -- places

    def move(self, paths: Sequence[str], folder: str) -> None:
        """The user dragged something into a folder; asks first."""
        pairs = _into(outermost(paths), folder)
        if pairs:
            files = "\n".join(path for path, _ in pairs)
            question = Question("move", ("move", "cancel"), {"files": files, "folder": folder or "/"})
            self._view.ask(question, lambda answer: self._move_all(pairs) if answer == "move" else None)

    def hand_out(self, paths: Sequence[str], *, cuts: bool) -> None:
        """Copies to the clipboard; `cuts`: pasting moves."""
        files = [self.tree.root / path for path in outermost(paths)]
        self._view.hand_out(files)
        self._cut = files if cuts else []

    def paste(self, folder: str) -> None:
        """What is on the clipboard comes into a folder; a folder into itself comes beside itself."""
        files = self._view.handed_in()
        if self.tree.root / folder in files and folder:
            folder = parent_of(folder)
        if files and files == self._cut:
            self._cut = []
            self._move_all(_into([path.relative_to(self.tree.root).as_posix() for path in files], folder))
        elif files:
            self._view.copy_files(files, folder, self._copied)

    def duplicate(self, paths: Sequence[str]) -> None:
        """Copies beside the originals."""
        for path in outermost(paths):
            self._view.copy_files([self.tree.root / path], parent_of(path), self._copied)

    def take_in(self, files: Sequence[Path], folder: str) -> None:
        """Files of another program were dropped on a folder."""
        self._view.copy_files(files, folder, self._copied)

    def delete(self, paths: Sequence[str]) -> None:
        """Asks, then moves to the trash."""
        chosen = outermost(paths)
        if chosen:
            question = Question("delete", ("delete", "cancel"), {"files": "\n".join(chosen)})
            self._view.ask(question, lambda answer: self._delete(chosen) if answer == "delete" else None)

    def undo(self) -> None:
        """Takes back what was moved, renamed or deleted last."""
        if self._undo:
            self._undo.pop()()
        else:
            self._view.report("nothing_to_undo", {})

    # -- others

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

    # -- within

    def _move(self, path: str, new_path: str) -> None:
        self._move_all([(path, new_path)])

    def _move_all(self, pairs: Sequence[tuple[str, str]], *, is_undo: bool = False) -> None:
        done = []
        for path, new_path in pairs:
            moved = rename(self.tree.root, path, new_path)
            self._finish(moved, path, new_path)
            if isinstance(moved, str) and moved != path:
                self.renamed(path, moved)
                done.append((moved, path))
        if done and not is_undo:
            self._remember(lambda: self._move_all(done, is_undo=True))

    def _copied(self, made: Sequence[str | Failed]) -> None:
        for one in made:
            self._finish(one)

    def _delete(self, paths: Sequence[str]) -> None:
        places = {path: self._view.move_to_trash(path) for path in paths}
        self._gone([path for path, place in places.items() if place is not None])
        if known := {path: Path(place) for path, place in places.items() if place}:
            self._remember(lambda: self._bring_back(known))
        if left := [path for path, place in places.items() if place is None]:
            question = Question("delete_for_good", ("delete", "cancel"), {"files": "\n".join(left)})
            self._view.ask(question, lambda answer: self._delete_for_good(left) if answer == "delete" else None)

    def _bring_back(self, places: Mapping[str, Path]) -> None:
        for path, place in places.items():
            self._finish(bring_back(self.tree.root, place, path), path)

    def _delete_for_good(self, paths: Sequence[str]) -> None:
        complaints = {path: self._view.delete_for_good(path) for path in paths}
        for detail in filter(None, complaints.values()):
            self._view.report("action_failed", {"detail": detail})
        self.files_changed(frozenset(complaints))
        self._gone([path for path, detail in complaints.items() if not detail])

    def _gone(self, paths: Sequence[str]) -> None:
        self.files_changed(frozenset(paths))
        for path in paths:
            self.deleted(path)

    def _remember(self, undo: Callable[[], None]) -> None:
        self._undo = [*self._undo, undo][-_MOST_UNDONE:]

    def _finish(self, result: str | Failed, *touched: str) -> None:
        if isinstance(result, Failed):
            self._view.report(result.key, result.arguments)
        self.files_changed(frozenset(touched))
        if isinstance(result, str):
            self.files_changed(frozenset((result,)))
            self._view.select(result)


def outermost(paths: Sequence[str]) -> list[str]:
    """The paths without those that lie in others of them."""
    return [
        path for path in dict.fromkeys(paths) if path and not any(is_inside(path, other) for other in paths if other)
    ]


def _into(paths: Sequence[str], folder: str) -> list[tuple[str, str]]:
    """Each path and where it would be in a folder; without those that are there already."""
    pairs = ((path, join(folder, PurePosixPath(path).name)) for path in paths)
    return [(path, target) for path, target in pairs if path != target]
