"""What a test may expect of a text or a value: the same, a part, a regular expression."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

TextPattern = str | re.Pattern[str]

__tracebackhide__ = True


def words(text: str) -> str:
    """A text as people compare it: white space is one space."""
    return " ".join(text.split())


def is_text(text: str, wanted: TextPattern) -> bool:
    """Whether a text is the one that is wanted, white space aside."""
    if isinstance(wanted, str):
        return words(text) == words(wanted)
    return wanted.search(words(text)) is not None


def has_text(text: str, wanted: TextPattern) -> bool:
    """Whether it is in it; small and capital letters are the same, as on Playwright."""
    if isinstance(wanted, str):
        return words(wanted).lower() in words(text).lower()
    return wanted.search(words(text)) is not None


def has_members(value: Any, wanted: Any) -> bool:
    """Whether a value is the one that is wanted; of an object only the members that are named count."""
    if isinstance(wanted, re.Pattern):
        return isinstance(value, str) and wanted.search(value) is not None
    if isinstance(wanted, Mapping):
        return isinstance(value, Mapping) and all(
            name in value and has_members(value[name], one) for name, one in wanted.items()
        )
    if isinstance(wanted, Sequence) and not isinstance(wanted, str):
        is_list = isinstance(value, Sequence) and not isinstance(value, str)
        return is_list and len(value) == len(wanted) and all(map(has_members, value, wanted))
    return bool(value == wanted) and isinstance(value, bool) == isinstance(wanted, bool)


def shown(wanted: Any) -> str:
    """What is wanted, in words."""
    if isinstance(wanted, re.Pattern):
        return f"/{wanted.pattern}/"
    if isinstance(wanted, list):
        return f"[{', '.join(shown(one) for one in wanted)}]"
    return repr(wanted)
