"""Which records the console shows: toggles, levels and a text filter."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.bridge.record import Level, Record, own_frames

Group = Literal["logs", "bridge", "api"]
LevelGroup = Literal["verbose", "info", "warn", "error"]
GROUPS: tuple[Group, ...] = ("logs", "bridge", "api")
LEVEL_GROUPS: tuple[LevelGroup, ...] = ("verbose", "info", "warn", "error")

SEARCHED_PAYLOAD_BYTES = 4096
_PATTERN = re.compile(r"/(.+)/([a-z]*)\Z", re.DOTALL)
_LEVEL_GROUPS: dict[Level, LevelGroup] = {
    "debug": "verbose",
    "log": "info",
    "info": "info",
    "warn": "warn",
    "error": "error",
}

TextTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown. `text` is a substring, `/a regular expression/`, or either with a leading `-` to hide matches."""

    groups: frozenset[Group] = frozenset({"logs"})
    levels: frozenset[LevelGroup] = frozenset(LEVEL_GROUPS)
    text: str = ""
    routine: bool = False  # forwarded copies, acknowledgements, heartbeats

    def matcher(self) -> Callable[[Record], bool]:
        """A test for records. A text that is not a valid expression matches nothing."""
        text_test = _text_test(self.text)

        def matches(record: Record) -> bool:
            if record.code == "launch":
                return True
            group = group_of(record)
            if group not in self.groups or (record.routine and not self.routine):
                return False
            if group == "logs" and level_group_of(record) not in self.levels:
                return False
            return text_test is None or text_test(searched_text(record))

        return matches

    @property
    def shows_errors(self) -> bool:
        """Whether every error is shown."""
        return "logs" in self.groups and "error" in self.levels and not self.text.strip()

    def is_text_valid(self) -> bool:
        """Whether the text can be used: only a regular expression can be wrong."""
        expression = _expression(self.text.removeprefix("-"))
        return not isinstance(expression, re.error)


def group_of(record: Record) -> Group:
    """The toggle that the record belongs to."""
    return record.kind if record.kind == "bridge" or record.kind == "api" else "logs"


def level_group_of(record: Record) -> LevelGroup:
    """The entry of the level menu that the record belongs to."""
    return _LEVEL_GROUPS[record.level]


def searched_text(record: Record) -> str:
    """The text in which the filter searches: title, place, and the beginning of the payload of calls and messages."""
    parts = [record.title, *(f"{frame.file}:{frame.line}" for frame in own_frames(record.stack)[:1])]
    if record.kind in ("api", "bridge"):
        parts += [record.payload[:SEARCHED_PAYLOAD_BYTES].decode("utf-8", "replace")]
        parts += [record.result[:SEARCHED_PAYLOAD_BYTES].decode("utf-8", "replace"), record.page]
    return "\n".join(parts)


def _text_test(text: str) -> TextTest | None:
    if not text.strip():
        return None
    negative = text.startswith("-") and len(text) > 1
    expression = _expression(text[1:] if negative else text)
    if isinstance(expression, re.error):
        return lambda _searched: False
    found = expression.search
    return (lambda searched: found(searched) is None) if negative else (lambda searched: found(searched) is not None)


def _expression(text: str) -> re.Pattern[str] | re.error:
    match = _PATTERN.match(text)
    if match is None:
        return re.compile(re.escape(text.strip()), re.IGNORECASE)
    try:
        return re.compile(match[1], re.IGNORECASE if "i" in match[2] else 0)
    except re.error as error:
        return error
