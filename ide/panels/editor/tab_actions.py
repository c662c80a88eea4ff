"""What the user wants of tabs: close some, another place, the next one, keep one, pin one. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from ide.models.documents import Documents
from ide.panels.editor.tabs import OpenTabs, TabGroup


class TabFiles(Protocol):
    """The presenter, as this needs it."""

    @property
    def documents(self) -> Documents:
        """The texts behind the tabs."""

    def open(self, path: str) -> None:
        """Shows a file."""

    def activate(self, path: str) -> None:
        """The user chose a tab."""

    def close_many(self, paths: Sequence[str]) -> None:
        """Closes tabs; asks first if something is unsaved."""


class TabActions:
    """`draw` is called when tabs look otherwise."""

    def __init__(self, files: TabFiles, tabs: OpenTabs, draw: Callable[[], None]) -> None:
        self._files = files
        self._tabs = tabs
        self._draw = draw

    @property
    def pinned(self) -> list[str]:
        """Files whose tabs stay."""
        return [path for path in self._tabs.paths if path in self._tabs.pinned]

    def is_preview(self, path: str) -> bool:
        """Whether a file is only looked at."""
        return self._tabs.preview == path

    def group(self, group: TabGroup, path: str) -> list[str]:
        """Tabs as they stand to that of `path`; `saved` are those without unsaved changes."""
        return self._tabs.group(group, path, self._files.documents)

    def close_group(self, group: TabGroup, path: str) -> None:
        """Closes these tabs."""
        self._files.close_many(self.group(group, path))

    def move(self, path: str, index: int) -> None:
        """The user dragged a tab."""
        if self._tabs.move(path, index) != index:
            self._draw()

    def activate_next(self, step: int) -> None:
        """The next tab (1) or the one before (-1)."""
        if path := self._tabs.beside(step):
            self._files.activate(path)

    def reopen(self) -> None:
        """Opens the file again that was closed last."""
        while self._tabs.closed:
            if (self._files.documents.root / (path := self._tabs.closed.pop())).is_file():
                self._files.open(path)
                return

    def keep(self, path: str) -> None:
        """The next file that is looked at does not take the place of this one."""
        if self._tabs.preview == path:
            self._tabs.preview = ""
            self._draw()

    def pin(self, path: str, *, is_pinned: bool) -> None:
        """A tab stays, at the left, whatever is closed; or not any more."""
        if path in self._tabs.paths:
            self._tabs.pin(path, is_pinned=is_pinned)
            self._draw()
