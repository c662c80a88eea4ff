"""Where events of `wx.on…` come from, as values: a source has a name, a payload, and listeners that hear it.

Whoever plays the phone (a panel, a scenario, a test) fires a source by its name; nobody sends events past them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from runtime.api.arguments import accepted_types, js_type
from runtime.api.handler import Handler, State, in_js
from runtime.platform.catalogue import Catalogue, Field


@dataclass(frozen=True, slots=True)
class Source:
    """`listeners`: the events that its firing is, without `on` (`NetworkStatusChange`).

    The payload is what the catalogue documents for the first of them. `state`: *unsupported* as long as nothing in
    Handset fires it. `is_of_program`: the program's own life, which the logic layer tells and nobody else.
    `has_off`: the reference documents a way to stop listening.
    """

    name: str
    listeners: tuple[str, ...]
    state: State = "unsupported"
    is_of_program: bool = False
    has_off: bool = True


class Sources:
    """The sources of a platform. The payloads are checked, so that a program gets what the reference promises."""

    def __init__(self, table: Iterable[Source], known: Catalogue) -> None:
        self.by_name: Mapping[str, Source] = {source.name: source for source in table}
        self._known = known

    def events(self, name: str, payload: Mapping[str, Any]) -> list[str]:
        """The functions whose listeners hear the firing of a device's source (`onNetworkStatusChange`).

        Raises ValueError if there is no such source, or for a payload that is not its own.
        """
        source = self.by_name.get(name)
        if source is None or source.is_of_program:
            raise ValueError(f"{name} is no source of device events")
        fields = self.payload_of(source)
        for member, value in payload.items():
            if member not in fields:
                raise ValueError(f"{name} has no member {member}")
            if wrong := _mismatch(fields[member], value):
                raise ValueError(f"{name}.{member} should be {wrong}")
        return [f"on{listener}" for listener in source.listeners]

    def payload_of(self, source: Source) -> Mapping[str, Field]:
        """The members of what listeners get."""
        api = self._known.apis[f"wx.on{source.listeners[0]}"]
        return next((param.callback_fields for param in api.params if param.callback_fields), {})


def listeners_of(table: Iterable[Source]) -> Iterator[Handler]:
    """`wx.on…` and `wx.off…` of the sources that something fires; the logic layer keeps the listeners
    (runtime/js/logic/api/listeners.js). All others take listeners too, but nobody calls them."""
    for source in table:
        if source.state != "unsupported":
            sides = ("on", "off") if source.has_off else ("on",)
            names = (f"{side}{listener}" for listener in source.listeners for side in sides)
            yield from in_js(*names, state=source.state)


def _mismatch(field: Field, value: Any) -> str:
    """What a member should be; empty if it is that."""
    words = [part.strip() for part in field.type.split("|")]
    if all(word[:1] in "'\"" or word.isdigit() for word in words):
        allowed = {word.strip("'\"") for word in words}
        is_one = isinstance(value, str | int) and not isinstance(value, bool) and str(value) in allowed
        return "" if is_one else f"one of {', '.join(words)} instead of {value!r}"
    accepted = accepted_types(field.type)
    return "" if not accepted or js_type(value) in accepted else f"{' or '.join(sorted(accepted))}"
