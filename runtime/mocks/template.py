"""Answers with placeholders: `{{args.url}}`, `{{count}}`, `{{random 1 6}}`, `{{now}}`, `{{date}}`, `{{uuid}}`.

A text that is one placeholder and nothing else becomes its value, in its own type. What is no placeholder stays.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from runtime.mocks.matching import at_path

_PLACEHOLDER = re.compile(r"\{\{([\w$.\- ]{1,200})\}\}")
_UNKNOWN = object()
_FURTHEST = 2**53


@dataclass(frozen=True, slots=True)
class Filling:
    """What placeholders stand for: the call's arguments, which call of its rule it is (from 1), when (Unix ms)."""

    args: Mapping[str, Any]
    count: int
    now_ms: float
    random: Random


def filled(value: Any, filling: Filling) -> Any:
    """The answer with all placeholders filled in."""
    if isinstance(value, str):
        return _filled_text(value, filling)
    if isinstance(value, Mapping):
        return {key: filled(member, filling) for key, member in value.items()}
    return [filled(member, filling) for member in value] if isinstance(value, list) else value


def _filled_text(text: str, filling: Filling) -> Any:
    whole = _PLACEHOLDER.fullmatch(text)
    if whole:
        found = _value(whole[1], filling)
        return text if found is _UNKNOWN else found

    def written(match: re.Match[str]) -> str:
        found = _value(match[1], filling)
        return match[0] if found is _UNKNOWN else _text(found)

    return _PLACEHOLDER.sub(written, text)


def _value(words: str, filling: Filling) -> Any:
    name, *more = words.split() or [""]
    if name == "args" or name.startswith("args."):
        return at_path(filling.args, name[5:]) if name != "args" else dict(filling.args)
    match name, more:
        case "count", []:
            return filling.count
        case "now", []:
            return round(filling.now_ms)
        case "date", []:
            moment = datetime.fromtimestamp(filling.now_ms / 1000, UTC)
            return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case "uuid", []:
            return str(uuid.UUID(int=filling.random.getrandbits(128), version=4))
        case "random", []:
            return filling.random.random()
        case "random", [low, high]:
            return _between(low, high, filling.random)
    return _UNKNOWN


def _between(low: str, high: str, random: Random) -> Any:
    try:
        least, most = int(low), int(high)
    except ValueError:
        return _UNKNOWN
    return random.randint(least, most) if -_FURTHEST <= least <= most <= _FURTHEST else _UNKNOWN


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    return value if isinstance(value, str) else f"{value}" if isinstance(value, int | float) else ""
