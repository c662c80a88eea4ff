"""How much a selector weighs."""

from __future__ import annotations

from collections.abc import Iterable

import cssselect

Specificity = tuple[int, int, int]
_NONE: Specificity = (0, 0, 0)


def specificity(selectors: Iterable[str]) -> Specificity:
    """The greatest of those that match. A selector that only the engine can read weighs nothing."""
    return max(map(_of, selectors), default=_NONE)


def _of(selector: str) -> Specificity:
    try:
        parsed = cssselect.parse(selector)
    except (cssselect.SelectorError, RecursionError):
        return _NONE
    a, b, c = max((one.specificity() for one in parsed), default=_NONE)
    return a, b, c
