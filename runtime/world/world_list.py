"""The one list of all world values and events: found in `groups`, asked by name, in one way of failing."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import ModuleType
from typing import Any

from runtime.world.declared import Group, Payload, WorldEvent, WorldValue
from runtime.world.kinds import WrongValue

_NEAR = 3
_LIKENESS = 0.7


class WorldError(ValueError):
    """A name that is none, or a value that is not allowed; the text is for whoever has written it."""


class WorldList:
    """What is declared, by name. Raises `WorldError` for what is not."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups: Sequence[Group] = tuple(groups)
        self.values: Mapping[str, WorldValue] = {one.name: one for group in self.groups for one in group.values}
        self.events: Mapping[str, WorldEvent] = {one.name: one for group in self.groups for one in group.events}
        self.payloads: Mapping[str, Payload] = {
            source: payload for group in self.groups for source, payload in group.payloads.items()
        }
        self.sampled = frozenset(source for group in self.groups for source in group.sampled)
        self.defaults: Mapping[str, Any] = {name: value.default for name, value in self.values.items()}

    def value(self, name: str) -> WorldValue:
        """A value by its name."""
        if name not in self.values:
            raise WorldError(_unknown("value", name, self.values))
        return self.values[name]

    def event(self, name: str) -> WorldEvent:
        """An event by its name."""
        if name not in self.events:
            raise WorldError(_unknown("event", name, self.events))
        return self.events[name]

    def checked(self, name: str, value: Any) -> Any:
        """A value as it is kept."""
        try:
            return self.value(name).kind.check(value)
        except WrongValue as wrong:
            raise WorldError(f"{name} is {wrong}, not {_short(value)}") from None

    def read(self, name: str, text: str) -> Any:
        """A value that somebody has typed."""
        try:
            return self.value(name).kind.read(text)
        except WrongValue as wrong:
            raise WorldError(f"{name} is {wrong}, not {_short(text)}") from None

    def details(self, name: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        """All details of an event, those that are left out at their default."""
        known = self.event(name).details
        for detail in given:
            if detail not in known:
                raise WorldError(_unknown(f"detail of {name}", detail, known))
        try:
            return {detail: kind.check(given.get(detail, default)) for detail, (kind, default) in known.items()}
        except WrongValue as wrong:
            raise WorldError(f"{name}: {wrong}") from None


def groups_in(package: ModuleType) -> list[Group]:
    """The group of each module of a package, in their order."""
    found = [one.name for one in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")]
    groups: list[Group] = [import_module(name).GROUP for name in found]
    return sorted(groups, key=lambda group: (group.order, group.name))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    folded = {one.lower(): one for one in known}
    # Whoever knows the member and not the group means it, too.
    members = [one for one in folded.values() if name and name.lower() in one.lower()]
    alike = [folded[one] for one in get_close_matches(name.lower(), folded, _NEAR, _LIKENESS)]
    near = list(dict.fromkeys([*alike, *members]))[:_NEAR]
    return f"there is no world {what} {name!r}" + (f"; there is {', '.join(near)}" if near else "")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
