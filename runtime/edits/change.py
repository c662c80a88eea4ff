"""A change of a text: another stretch in place of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """`text` in place of what stands between two offsets."""

    start: int
    end: int
    text: str


Changes = tuple[Change, ...]


def apply(text: str, changes: Sequence[Change]) -> str:
    """The text with all of them made; none reaches into another."""
    for one in sorted(changes, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text
