"""Whether a name that the platform does not know is one of its names, mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# `minlength` is a wish beside `maxlength`, not a slip.
_LIKENESS = 0.8


def mistyped(name: str, known: Iterable[str]) -> str:
    """The known name that is meant, or `""`. A name made of whole words of the platform is a name of its own."""
    names = list(known)
    vocabulary = {word for one in names for word in _words(one)}
    if all(word in vocabulary for word in _words(name)):
        return ""
    folded = {one.lower(): one for one in names}
    return folded.get(next(iter(get_close_matches(name.lower(), folded, 1, _LIKENESS)), ""), "")


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(name)]
