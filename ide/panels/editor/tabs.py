"""Which files have a tab, in which order, which is in front, and which were before. Knows no Qt and no text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal, assert_never

from ide.models.documents import Documents
from ide.models.file_kinds import icon_of
from ide.panels.editor.view import Tab

MAX_RECENT_FILES = 50
TabGroup = Literal["this", "others", "right", "saved", "all"]
"""Tabs as they stand to one of them."""


class OpenTabs:
    """`active` is the path in front, or empty; `recent` are files that were in front, closed ones too, newest first.

    `closed` are those whose tab was closed, newest last. `preview` is the file that is only looked at, or empty: its
    tab goes to the next one. The tabs of `pinned` files stand first and are closed one by one.
    """

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.closed: list[str] = []
        self.recent: list[str] = []
        self.active = ""
        self.preview = ""
        self.pinned: set[str] = set()

    def add(self, path: str, *, is_preview: bool = False) -> str:
        """Gives a file a tab, unless it has one; returns the file whose tab it takes over, or an empty path."""
        if path in self.paths:
            self.preview = self.preview if is_preview or self.preview != path else ""
            return ""
        replaced = self.preview if is_preview else ""
        self.paths.insert(self.paths.index(replaced) if replaced else len(self.paths), path)
        self.preview = path if is_preview else self.preview
        self.closed = [one for one in self.closed if one != path]
        return replaced

    def show(self, path: str) -> None:
        """A file comes to the front; an empty path: none is."""
        self.active = path
        if path:
            self.recent = [path, *(one for one in self.recent if one != path)][:MAX_RECENT_FILES]

    def move(self, path: str, index: int) -> int:
        """Another place for a tab, among the pinned ones or behind them; returns which it got."""
        self.paths.remove(path)
        count = sum(one in self.pinned for one in self.paths)
        index = min(index, count) if path in self.pinned else max(index, count)
        self.paths.insert(index, path)
        return index

    def pin(self, path: str, *, is_pinned: bool) -> None:
        """A tab stays, or not any more; it goes behind the pinned ones."""
        self.pinned.discard(path)
        self.paths.remove(path)
        self.paths.insert(sum(one in self.pinned for one in self.paths), path)
        if is_pinned:
            self.pinned.add(path)
            self.preview = "" if self.preview == path else self.preview

    def remove(self, path: str) -> str:
        """Takes a tab away; returns the file that stands in its place, or an empty path."""
        index = self.paths.index(path)
        self.paths.remove(path)
        self.pinned.discard(path)
        self.preview = "" if self.preview == path else self.preview
        self.closed = [*self.closed, path][-MAX_RECENT_FILES:]
        return self.paths[min(index, len(self.paths) - 1)] if self.paths else ""

    def rename(self, names: Mapping[str, str]) -> None:
        """Files have other names."""
        self.paths = [names.get(path, path) for path in self.paths]
        self.recent = [names.get(path, path) for path in self.recent]
        self.active = names.get(self.active, self.active)
        self.preview = names.get(self.preview, self.preview)
        self.pinned = {names.get(path, path) for path in self.pinned}

    @property
    def by_use(self) -> list[str]:
        """Files in tabs, the one that was in front last first."""
        used = [path for path in self.recent if path in self.paths]
        return [*used, *(path for path in self.paths if path not in used)]

    def group(self, group: TabGroup, path: str, documents: Documents) -> list[str]:
        """Tabs as they stand to that of `path`; pinned ones are no part of a group."""
        loose = [one for one in self.paths if one not in self.pinned]
        match group:
            case "this":
                return [path]
            case "others":
                return [one for one in loose if one != path]
            case "right":
                return [one for one in self.paths[self.paths.index(path) + 1 :] if one in loose]
            case "saved":
                return [one for one in loose if one not in documents or not documents[one].is_dirty]
            case "all":
                return loose
            case _:
                assert_never(group)

    def beside(self, step: int) -> str:
        """The next tab (1) or the one before (-1), in a circle; empty if there is none."""
        if self.active not in self.paths:
            return self.paths[0] if self.paths else ""
        return self.paths[(self.paths.index(self.active) + step) % len(self.paths)]

    def drawn(self, documents: Documents) -> list[Tab]:
        """As they are shown."""
        names = [PurePosixPath(path).name for path in self.paths]
        return [
            Tab(
                path,
                name if names.count(name) == 1 else f"{name} · {PurePosixPath(path).parent.name or '/'}",
                icon_of(path),
                path in documents and documents[path].is_dirty,
                path == self.preview,
                path in self.pinned,
            )
            for path, name in zip(self.paths, names, strict=True)
        ]
