"""Where a style sheet that had to be stopped probably hangs or lies too deep. A guess, for whoever looks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from runtime.diagnostics import Span

_BRACKET = re.compile(r"[{}()\[\]]")
# What may go on for ever comes first; what is merely long stands behind it.
_SUSPECTS: Mapping[str, tuple[str, ...]] = {
    "Sass": (r"@while\b", r"@(?:for|each)\b", r"@(?:function|mixin)\b"),
    "Less": (r"\breplace\(", r"\bwhen\b", r"[.#][\w-]+\s*\("),
}


def loop_place(language: str, texts: Iterable[tuple[str, str]]) -> Span | None:
    """The first loop in the files that went in; `texts` are path and content, most suspicious file first."""
    files = list(texts)
    for pattern in _SUSPECTS.get(language, ()):
        for path, text in files:
            if match := re.search(pattern, text):
                return _span(path, text, match)
    return None


def deepest_place(texts: Iterable[tuple[str, str]]) -> Span | None:
    """Where brackets lie deepest in each other; None if there are none."""
    deepest, found = 0, None
    for path, text in texts:
        depth = 0
        for match in _BRACKET.finditer(text):
            depth += 1 if match[0] in "{([" else -1
            if depth > deepest:
                deepest, found = depth, _span(path, text, match)
    return found


def _span(path: str, text: str, match: re.Match[str]) -> Span:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Span(path, line, column, line, column + len(match[0]))
