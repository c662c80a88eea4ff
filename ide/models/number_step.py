"""A number in a value grows or shrinks by a step, as arrow keys make it do; what is around it stays."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"(?<![\w#.-])[+-]?(?:\d+\.\d+|\.\d+|\d+)")
_MOST_DIGITS = 15


def stepped(text: str, cursor: int, step: Decimal) -> tuple[str, int, int] | None:
    """The text with the number at the cursor changed, and where that stands now; None if no number is there."""
    match = next((one for one in _NUMBER.finditer(text) if one.start() <= cursor <= _word_end(text, one.end())), None)
    if match is None or len(match[0]) > _MOST_DIGITS:
        return None
    number = Decimal(match[0]) + step
    new = format(number.normalize() if number else Decimal(0), "f")
    return text[: match.start()] + new + text[match.end() :], match.start(), match.start() + len(new)


def _word_end(text: str, at: int) -> int:
    """Behind the unit of a number."""
    while at < len(text) and (text[at].isalpha() or text[at] == "%"):
        at += 1
    return at
