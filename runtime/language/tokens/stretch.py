"""A stretch of a text and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from runtime.language.answers import TokenKind


@dataclass(frozen=True, slots=True)
class Stretch:
    """Offsets of a text; the end is exclusive."""

    start: int
    end: int
    kind: TokenKind
