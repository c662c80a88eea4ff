"""Which exchanges are shown: by kind, and by a text with conditions.

The text is words that the address or the error has, `/an expression/`, and `domain:`, `status:`, `method:`, `type:`,
`larger-than:`, `smaller-than:`; each is turned round by a `-` in front. All have to hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from ide.models.network.columns import domain, media_type, size_bytes, status
from simulator.traffic.exchange import Exchange

Group = Literal["all", "request", "transfer", "socket", "image", "font", "other"]
GROUPS: tuple[Group, ...] = ("all", "request", "transfer", "socket", "image", "font", "other")

Test = Callable[[Exchange], bool]
_TOKENS = re.compile(r"-?/(?:[^/\\]|\\.)+/i?(?=\s|\Z)|\S+")
_PATTERN = re.compile(r"/(.+)/(i?)\Z", re.DOTALL)
_SIZE = re.compile(r"(\d+(?:\.\d+)?)(k|m)?b?\Z", re.IGNORECASE)
_UNITS = {"": 1, "k": 1000, "m": 1_000_000}
_OF_GROUP = {"transfer": ("upload", "download"), "other": ("other", "media")}
LONGEST_SEARCHED = 4000


@dataclass(frozen=True, slots=True)
class Filter:
    """What is chosen."""

    group: Group = "all"
    text: str = ""

    def matcher(self) -> Test:
        """A test for exchanges; nothing passes a text that means nothing."""
        tests = [_test(token) for token in _TOKENS.findall(self.text)]
        wrong = any(test is None for test in tests)
        kinds = _OF_GROUP.get(self.group, (self.group,))
        group = self.group

        def matches(exchange: Exchange) -> bool:
            if wrong or (group != "all" and exchange.kind not in kinds):
                return False
            return all(test is not None and test(exchange) for test in tests)

        return matches

    @property
    def is_valid(self) -> bool:
        """Whether every part of the text means something."""
        return all(_test(token) is not None for token in _TOKENS.findall(self.text))


def _test(token: str) -> Test | None:
    if token.startswith("-") and len(token) > 1:
        inner = _test(token[1:])
        return None if inner is None else lambda exchange: not inner(exchange)
    name, colon, value = token.partition(":")
    if colon and name in _CONDITIONS:
        return _CONDITIONS[name](value.lower())
    match = _PATTERN.match(token)
    if match is None:
        needle = token.lower()
        return lambda exchange: needle in _searched(exchange).lower()
    try:
        found = re.compile(match[1], re.IGNORECASE if match[2] else 0).search
    except re.error:
        return None
    return lambda exchange: found(_searched(exchange)) is not None


def _searched(exchange: Exchange) -> str:
    return f"{exchange.url[:LONGEST_SEARCHED]}\n{exchange.error}"


def _status(value: str) -> Test:
    pattern = value.replace("x", "?")
    return lambda exchange: fnmatchcase(status(exchange), pattern)


def _larger(value: str) -> Test | None:
    limit = _bytes(value)
    return None if limit is None else lambda exchange: size_bytes(exchange) > limit


def _smaller(value: str) -> Test | None:
    limit = _bytes(value)
    return None if limit is None else lambda exchange: size_bytes(exchange) < limit


def _bytes(value: str) -> float | None:
    match = _SIZE.match(value)
    return None if match is None else float(match[1]) * _UNITS[(match[2] or "").lower()]


_CONDITIONS: dict[str, Callable[[str], Test | None]] = {
    "domain": lambda value: lambda exchange: fnmatchcase(domain(exchange), value),
    "status": _status,
    "method": lambda value: lambda exchange: exchange.method.lower() == value,
    "type": lambda value: lambda exchange: value in media_type(exchange) or value in exchange.media_type.lower(),
    "larger-than": _larger,
    "smaller-than": _smaller,
}
