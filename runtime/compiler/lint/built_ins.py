"""The built-in components as the rules need them: attributes with their allowed values, events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from runtime.compiler.wxml.names import camel_case
from runtime.platform.components import SupportTable
from runtime.platform.platform import Platform

# Events that any element has. Source: event reference page; pointer and wheel events: desktop clients.
COMMON_EVENTS = frozenset(
    {"touchstart", "touchmove", "touchcancel", "touchend", "touchforcechange", "tap", "longpress", "longtap"}
    | {"transitionend", "animationstart", "animationiteration", "animationend"}
    | {"pointerdown", "pointermove", "pointerup", "pointercancel", "pointerenter", "pointerleave"}
    | {"pointerover", "pointerout", "wheel", "mousedown", "mousemove", "mouseup", "mouseenter", "mouseleave"}
)
# Not in the reference, but in official samples, and they work.
_UNDOCUMENTED_VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("icon", "type"): ("circle", "info_circle", "success_circle", "safe_success", "safe_warn", "waiting_circle")
}
_UNDOCUMENTED_EVENTS: Mapping[str, frozenset[str]] = {
    "live-player": frozenset({"error"}),
    "ad-custom": frozenset({"videoended"}),
}
_WORD = re.compile(r"[\w#.\- ]+")


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """`attributes`: camelCase name to allowed values (empty: anything). `written`: the names as documented."""

    attributes: Mapping[str, tuple[str, ...]]
    written: tuple[str, ...]
    events: frozenset[str]


class BuiltIns:
    """The built-in components of a platform."""

    def __init__(self, platform: Platform) -> None:
        self._documented = platform.components
        self._described: dict[str, BuiltIn | None] = {}
        self.tags: frozenset[str] = platform.tags
        self.support: SupportTable = platform.support

    def described(self, tag: str) -> BuiltIn | None:
        """The description of a tag; None if its attributes are not known in full."""
        if tag not in self._described:
            self._described[tag] = _described(tag, self._documented.get(tag))
        return self._described[tag]


def _described(tag: str, entry: Mapping[str, Any] | None) -> BuiltIn | None:
    if entry is None or "attributes" not in entry or entry["category"] in ("pseudo", "xr-frame", "skyline"):
        return None
    documented: Mapping[str, Any] = entry["attributes"]
    events = {name.lower() for name in entry.get("events", {})}
    events |= _UNDOCUMENTED_EVENTS.get(tag, frozenset())
    # Early versions took worklet attributes without their prefix.
    names = {name: name.removeprefix("worklet:") for name in documented}
    return BuiltIn(
        {camel_case(names[name]): _allowed(tag, name, attribute) for name, attribute in documented.items()},
        tuple(names.values()),
        frozenset(events),
    )


def _allowed(tag: str, name: str, attribute: Mapping[str, Any]) -> tuple[str, ...]:
    values = [str(item["value"] if isinstance(item, dict) else item) for item in attribute.get("enum", ())]
    values += _UNDOCUMENTED_VALUES.get((tag, name), ())
    # A list that holds patterns (`cubic-bezier(x1, …`) or takes arrays is not a list of words.
    is_closed = attribute.get("type") == "string" and all(_WORD.fullmatch(value) for value in values)
    return tuple(dict.fromkeys(values)) if is_closed else ()
