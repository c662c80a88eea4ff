"""The matches in one text, as the window shows them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

from runtime.language.position import Lines
from runtime.protocol.search import Match

SHOWN_BEFORE = 60
SHOWN_AFTER = 200
"""Characters of a line that are shown around a match; a minified file is one line."""


def unified(text: str) -> str:
    """The text with line feeds alone: what an expression sees, and what the digest of a text is made of."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def digest_of_text(text: str) -> str:
    """Identity of a text, whatever its line ends."""
    return hashlib.sha256(unified(text).encode("utf-8", "surrogatepass")).hexdigest()


def matches_in(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str | None]) -> Iterator[Match]:
    """All matches in a text with line feeds alone, in order."""
    lines = Lines(text)
    for found in pattern.finditer(text):
        start, end = found.span()
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        before = text[max(line_start, start - SHOWN_BEFORE) : start]
        after = text[end : min(line_end if line_end >= 0 else len(text), end + SHOWN_AFTER)]
        whole = text[start:end]
        shown = whole if len(whole) <= SHOWN_AFTER else whole[:SHOWN_AFTER] + "…"
        yield Match(lines.range(start, end), before.lstrip(), shown, after, replace(found))
