"""A question to the user, as a value: what is asked and which answers there are. Asking never blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """`key` names the texts `question.<key>.title` and `.text`; an answer's label is `answer.<answer>`.

    The first answer is the usual one; the last one is what closing the dialog means. `is_unasked`: it comes while the
    user does something else, so that a key that was meant for that must not say yes: Enter means the last one.
    """

    key: str
    answers: tuple[str, ...]
    arguments: Mapping[str, str] = field(default_factory=dict)
    is_unasked: bool = False


class Asker(Protocol):
    """Somebody who can ask the user."""

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Shows the question; `answered` is called later with one of its answers."""

    def ask_save_path(self, initial: str, answered: Callable[[str], None]) -> None:
        """Asks where to save a file."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A line over the content that stays until answered: text `notice.<key>`, buttons `answer.<answer>`."""

    key: str
    answers: tuple[str, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict)
