"""A small project with a language service on it, asked where a `|` stands in a text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from runtime.language.answers import Completion, Position, Range
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

PAGE_WXML = "pages/index/index.wxml"
MARK = "|"


class LanguageProject:
    """`files` besides a page `pages/index/index`."""

    def __init__(self, root: Path, files: Mapping[str, str]) -> None:
        self.root = write_project(root, {**PAGE, **files})
        self.service = LanguageService()
        self.service.take(load_project(self.root))

    def place(self, marked: str, path: str = PAGE_WXML) -> Position:
        """Opens a text without its mark, and says where that was. The last mark counts."""
        offset = marked.rindex(MARK)
        text = marked[:offset] + marked[offset + 1 :]
        self.service.edit(path, text)
        return Lines(text).position(offset)

    def completion(self, marked: str, path: str = PAGE_WXML) -> Completion:
        """The completion at the mark; an empty one if there is none."""
        place = self.place(marked, path)
        return self.service.completion(path, place) or Completion(Range(place, place), ())

    def labels(self, marked: str, path: str = PAGE_WXML) -> list[str]:
        """The labels in the order in which an editor shows them."""
        found = self.completion(marked, path).suggestions
        return [one.label for one in sorted(found, key=lambda one: (one.rank, one.label))]

    def text(self, path: str) -> str:
        """The text of a file on the disk."""
        return (self.root / path).read_text("utf-8")
