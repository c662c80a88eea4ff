"""The editor page's questions about the language of a file, declared once, and who answers them.

Lines and characters count from 0, characters in UTF-16 units, as in `runtime.language.answers`.
"""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from runtime.language.answers import Position
from runtime.language.service import LanguageService


class _Question(Struct, frozen=True, tag_field="q"):
    """Base of all questions."""

    path: str


class _QuestionAt(_Question, frozen=True):
    line: int
    character: int

    @property
    def position(self) -> Position:
        """The place that is asked about."""
        return Position(self.line, self.character)


class CompletionAt(_QuestionAt, frozen=True, tag="completion"):
    """`Completion` or null."""


Question = CompletionAt


def answer(service: LanguageService, question: Question) -> object:
    """What the service says."""
    match question:
        case CompletionAt(path):
            return service.completion(path, question.position)
        case _:
            assert_never(question)
