"""What a panel may ask of the project's files: search them, show a place, change many at once and take that back.

Texts that are open and unsaved stand for their files in all of it. `ide.shell.files_desk` answers in the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.replacing import FileChange, Outcome, Refusal, Written
from ide.models.signal import Signal
from runtime.language.answers import Range
from runtime.protocol.search import Found, Query, SkipReason


@dataclass(frozen=True, slots=True)
class SearchEnd:
    """How a search ended. `broken`: what is wrong with the expression; `hung`: the file in which it did not come to an
    end; `is_cut`: there is more than is told of."""

    files: int = 0
    skipped: Mapping[SkipReason, int] | None = None
    is_cut: bool = False
    broken: str = ""
    hung: str | None = None


@dataclass(frozen=True, slots=True)
class FileText:
    """What is in a file now, as the editor has it if it is open there. `path` is seen from the project's folder."""

    path: str
    text: str


class SearchListener(Protocol):
    """Who hears of a search."""

    def found(self, files: Sequence[Found]) -> None:
        """Files with matches, in order of their paths; comes many times."""

    def ended(self, end: SearchEnd) -> None:
        """Nothing more comes."""


class ProjectFiles(Protocol):
    """The files of the open project. `changed` fires when what a search has found may have become something else."""

    changed: Signal[None]

    def prepare_search(self) -> None:
        """Somebody is about to search."""

    def search(self, query: Query, listener: SearchListener) -> None:
        """Searches in place of an earlier search."""

    def stop_search(self) -> None:
        """Nobody wants the answer any more."""

    def selected_text(self) -> str:
        """What is selected in the editor, if it is short and of one line."""

    def show(self, path: str, range: Range, *, focus: bool) -> None:
        """Marks a stretch of a file in the editor; `focus` brings the keyboard there."""

    def read(self, file: str, done: Callable[[FileText | None], None]) -> None:
        """The present text of a file of the program, named as the program or the project sees it; None if there is no
        such text."""

    def change(self, changes: Sequence[FileChange], done: Callable[[Outcome], None]) -> None:
        """Changes the files whose texts are still those that the changes are meant for."""

    def take_back(self, written: Sequence[Written], done: Callable[[Sequence[Refusal]], None]) -> None:
        """Puts the texts back; files that have become something else meanwhile stay as they are."""


class NoFiles:
    """Where there is no window, nobody searches."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()

    def prepare_search(self) -> None:
        pass

    def search(self, query: Query, listener: SearchListener) -> None:
        listener.ended(SearchEnd())

    def stop_search(self) -> None:
        pass

    def selected_text(self) -> str:
        return ""

    def show(self, path: str, range: Range, *, focus: bool) -> None:
        pass

    def read(self, file: str, done: Callable[[FileText | None], None]) -> None:
        done(None)

    def change(self, changes: Sequence[FileChange], done: Callable[[Outcome], None]) -> None:
        done(Outcome())

    def take_back(self, written: Sequence[Written], done: Callable[[Sequence[Refusal]], None]) -> None:
        done(())
