"""Names of the files and folders of a project, kept as last seen on disk. Reads the disk only when told to.

Folders that belong to other tools are listed but never looked into.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ide.models.text_files import SAVE_SUFFIX
from runtime.systems.links import is_link

OPAQUE_FOLDERS = frozenset(("node_modules", ".git", ".svn", ".hg", "__pycache__", ".idea", ".vscode", ".venv"))
HIDDEN_NAMES = frozenset((".git", ".DS_Store", "Thumbs.db"))
MAX_DEPTH = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder. A link to a folder is listed as one and not looked into: it may lead anywhere."""

    name: str
    is_folder: bool
    is_link: bool = False


class FileTree:
    """Folders by path relative to the project (`""` is the project itself); entries are folders first, then names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folders: dict[str, tuple[Entry, ...]] = {}
        self.scan("")

    def children(self, folder: str) -> tuple[Entry, ...]:
        """What was in a folder when it was last looked at."""
        return self._folders.get(folder, ())

    def files(self, folder: str = "") -> Iterator[str]:
        """All files below a folder, by path."""
        for entry in self.children(folder):
            path = join(folder, entry.name)
            if entry.is_folder:
                yield from self.files(path)
            else:
                yield path

    def matching(self, needle: str) -> frozenset[str]:
        """Paths whose name contains the text (whatever the case), what lies in such folders, and the folders above."""
        found: set[str] = set()
        self._match("", needle.lower(), found)
        return frozenset(found)

    def is_folder(self, path: str) -> bool:
        """Whether this path was a folder when last seen."""
        return path in self._folders

    def scan(self, folder: str) -> None:
        """Looks at a folder and everything below it."""
        for known in [path for path in self._folders if path == folder or is_inside(path, folder)]:
            del self._folders[known]
        if (self.root / folder).is_dir():
            self._scan(folder, depth=folder.count("/"))

    def refresh(self, paths: Iterable[str]) -> list[str]:
        """Looks again at the folders that hold these paths; returns those whose entries changed, outer ones first."""
        changed: set[str] = set()
        for folder in sorted({parent_of(path) for path in paths} | {path for path in paths if path in self._folders}):
            if not (self.root / folder).is_dir():
                continue
            if folder not in self._folders:
                # A folder inside one that is new itself: the scan of the outer one has it or will have it.
                folder = self._nearest_known(folder)
            before = self.children(folder)
            self._list(folder)
            after = self.children(folder)
            if before == after:
                continue
            changed.add(folder)
            for entry in set(before) - set(after):
                self._forget(join(folder, entry.name))
            for entry in set(after) - set(before):
                if entry.is_folder:
                    self.scan(join(folder, entry.name))
        return sorted(changed)

    def _match(self, folder: str, needle: str, found: set[str]) -> bool:
        before = len(found)
        for entry in self.children(folder):
            path = join(folder, entry.name)
            # What lies in a folder that is meant is meant too.
            is_meant = needle in entry.name.lower()
            is_above = entry.is_folder and self._match(path, "" if is_meant else needle, found)
            if is_meant or is_above:
                found.add(path)
        return len(found) > before

    def _scan(self, folder: str, depth: int) -> None:
        self._list(folder)
        for entry in self.children(folder):
            if not entry.is_folder:
                continue
            path = join(folder, entry.name)
            if entry.name not in OPAQUE_FOLDERS and not entry.is_link and depth < MAX_DEPTH:
                self._scan(path, depth + 1)
            else:
                self._folders[path] = ()

    def _list(self, folder: str) -> None:
        try:
            with os.scandir(self.root / folder) as found:
                entries = [_entry_of(item) for item in found if not _is_hidden(item.name)]
        except OSError:
            entries = []
        self._folders[folder] = tuple(sorted(entries, key=lambda entry: (not entry.is_folder, entry.name.lower())))

    def _forget(self, path: str) -> None:
        for known in [one for one in self._folders if one == path or is_inside(one, path)]:
            del self._folders[known]

    def _nearest_known(self, folder: str) -> str:
        while folder and folder not in self._folders:
            folder = parent_of(folder)
        return folder


def parent_of(path: str) -> str:
    """The folder that holds a path; `""` for what lies in the project folder itself."""
    parent = str(PurePosixPath(path).parent)
    return "" if parent == "." else parent


def join(folder: str, name: str) -> str:
    """Path of a name in a folder."""
    return f"{folder}/{name}" if folder else name


def is_inside(path: str, folder: str) -> bool:
    """Whether a path lies below a folder."""
    return path.startswith(f"{folder}/") if folder else path != ""


def _entry_of(item: os.DirEntry[str]) -> Entry:
    try:
        is_folder = item.is_dir()
    except OSError:
        is_folder = False  # A link that leads to itself.
    return Entry(item.name, is_folder, is_link(item))


def _is_hidden(name: str) -> bool:
    return name in HIDDEN_NAMES or name.endswith(SAVE_SUFFIX)
