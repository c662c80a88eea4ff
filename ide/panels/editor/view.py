"""What the editor's presenters ask of the panel that shows them. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ide.models.editor_messages import ToPage
from ide.models.question import Asker, Notice


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab. `title` is the name, with its folder if another tab has the same name.

    `is_preview`: the next file that is looked at takes its place; `is_pinned`: it stays, at the left.
    """

    path: str
    title: str
    icon: str
    is_dirty: bool
    is_preview: bool = False
    is_pinned: bool = False


class EditorView(Asker, Protocol):
    """What the presenter asks of the panel."""

    def send(self, message: ToPage) -> None:
        """To the editor page."""

    def show_tabs(self, tabs: Sequence[Tab], active: str) -> None:
        """Draws the tab bar."""

    def show_text(self) -> None:
        """The editor page is in front."""

    def show_refusal(self, path: Path, reason: str, detail: str) -> None:
        """A file that is no text to edit: says so, and shows it if it is a picture."""

    def show_nothing(self) -> None:
        """No file is open."""

    def show_notice(self, notice: Notice | None) -> None:
        """The line above the text."""

    def show_cursor(self, line: int, column: int, selected: int) -> None:
        """Where the cursor is."""

    def after(self, delay_ms: int, act: Callable[[], None]) -> None:
        """Calls `act` once, when this time has passed."""

    def report(self, key: str, arguments: Mapping[str, str]) -> None:
        """A short message that goes away by itself: text `report.<key>`."""
