"""How attribute names of WXML become names of properties, events and dataset keys."""

from __future__ import annotations

import re
from typing import NamedTuple

_DASH = re.compile(r"-+(.)")
_CAPITAL = re.compile("[A-Z]")
_DASH_LETTER = re.compile(r"-([a-z])")
EVENT_STARTS = ("bind", "catch", "capture-", "mut-bind")
_EVENT = re.compile(r"(capture-)?(mut-bind|bind|catch):?(.+)", re.DOTALL)


class EventName(NamedTuple):
    """`capture-bind:tap` is form `capture-bind`, type `tap`."""

    form: str
    type: str


def camel_case(name: str) -> str:
    """`scroll-y` → `scrollY`; names already in camelCase stay as they are."""
    return _DASH.sub(lambda match: match[1].upper(), name) if "-" in name else name


def dashed(name: str) -> str:
    """The other way: `scrollTop` is `scroll-top`; events keep their names."""
    return name if ":" in name else _CAPITAL.sub(lambda match: f"-{match[0].lower()}", name)


def dataset_key(name: str) -> str:
    """Key in `dataset` of the attribute `data-<name>`: lower case first, then `-x` → `X`.

    Source: event reference page, "dataset".
    """
    return _DASH_LETTER.sub(lambda match: match[1].upper(), name.lower())


def event_name(attribute: str) -> EventName | None:
    """Form and type if the attribute binds an event; the colon is optional, capitals in the type stay."""
    if not attribute.startswith(EVENT_STARTS):
        return None
    match = _EVENT.fullmatch(attribute)
    if match is None:
        return None
    return EventName((match[1] or "") + match[2], match[3])
