"""Tokens as the numbers that editors take them in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from runtime.language.answers import Token, TokenKind

TOKEN_KINDS: tuple[TokenKind, ...] = get_args(TokenKind)
"""What the fourth number of a token counts."""


def token_numbers(found: Iterable[Token]) -> list[int]:
    """Five numbers for each: lines and UTF-16 units from the one before, length, kind, none."""
    numbers: list[int] = []
    line = character = 0
    for one in found:
        start = one.range.start
        step = start.character - (character if start.line == line else 0)
        length = one.range.end.character - start.character
        numbers += [start.line - line, step, length, TOKEN_KINDS.index(one.kind), 0]
        line, character = start.line, start.character
    return numbers
