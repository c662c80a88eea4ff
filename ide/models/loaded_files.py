"""The files of a program as they are loaded, and what a panel may ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Origin = Literal["project", "npm", "original", "library"]
ORIGINS: tuple[Origin, ...] = ("project", "npm", "original", "library")
MOST_HITS = 1000
LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file. `source` is its text as it was written, `loaded` what was made of it for the engine (empty: it is
    loaded as it is, or nothing of it can be shown). `original`: a bundle's source map names it; `library`: Handset's.

    `is_in_project`: the editor can open it, by its path.
    """

    path: str
    origin: Origin
    source: str
    loaded: str = ""
    is_in_project: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A line in which a text was found; it counts from 1."""

    file: LoadedFile
    line: int
    text: str


class Sources(Protocol):
    """The files that the last build has brought to the program."""

    def files(self, done: Callable[[Sequence[LoadedFile]], None]) -> None:
        """All of them, by path; later, since maps are read for it. None before the first build."""

    def pretty(self, text: str, done: Callable[[str | None], None]) -> None:
        """A script on many lines, later; None if it is none, or too long."""


def hits(files: Sequence[LoadedFile], needle: str) -> tuple[list[Hit], bool]:
    """The lines with a text, whatever its case; and whether there are more than are told."""
    found: list[Hit] = []
    for file in files:
        for hit in _hits_in(file, needle.lower()):
            if len(found) == MOST_HITS:
                return found, True
            found.append(hit)
    return found, False


def _hits_in(file: LoadedFile, needle: str) -> Iterator[Hit]:
    text = file.source
    folded = text.lower()
    if len(folded) != len(text):
        # Letters that become two would move all places behind them.
        folded = text
    at, line, counted = folded.find(needle), 1, 0
    while needle and at >= 0:
        line += text.count("\n", counted, at)
        counted = at
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        shown_from = max(begin, at - LONGEST_SHOWN // 3)
        yield Hit(file, line, text[shown_from : min(end, shown_from + LONGEST_SHOWN)].strip())
        at = folded.find(needle, end)
