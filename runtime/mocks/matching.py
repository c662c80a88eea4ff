"""Whether a rule is for a call: its arguments against the conditions. How many calls there were is left to the book."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from runtime.mocks.model import Condition

_MISSING = object()


def fits(condition: Condition, args: Mapping[str, Any]) -> bool:
    """Whether all that is said of the arguments holds."""
    if condition.url and not _is_like(condition.url, args.get("url")):
        return False
    if condition.method and not _is_like(condition.method, args.get("method") or "GET"):
        return False
    sent = args.get("header")
    header = {str(name).lower(): value for name, value in sent.items()} if isinstance(sent, Mapping) else {}
    if not all(_is_like(pattern, header.get(name.lower())) for name, pattern in condition.header.items()):
        return False
    return all(at_path(args, path, _MISSING) == wanted for path, wanted in condition.args.items())


def at_path(value: Any, path: str, default: Any = None) -> Any:
    """A member by its path (`data.list.0.id`); `default` where there is none."""
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part, _MISSING)
        else:
            is_there = isinstance(value, list) and part.isdecimal() and len(part) < 10 and int(part) < len(value)
            value = value[int(part)] if is_there else _MISSING
        if value is _MISSING:
            return default
    return value


def _is_like(pattern: str, text: Any) -> bool:
    return isinstance(text, str | int | float) and _is_made_of(_pieces(pattern), str(text).lower())


@lru_cache(maxsize=4096)
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(re.sub(r"\*+", "*", pattern).lower().split("*"))


def _is_made_of(pieces: tuple[str, ...], text: str) -> bool:
    """Piece by piece from the left: a regular expression of many stars could take for ever."""
    first, *others = pieces
    if not others:
        return text == first
    if not text.startswith(first):
        return False
    at = len(first)
    for piece in others[:-1]:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return len(text) - at >= len(others[-1]) and text.endswith(others[-1])
