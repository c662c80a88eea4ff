"""What Handset does with each built-in component: the table that `canIUse`, the lint and the view go by.

The table is `resources/spec/component_support.json`; the view reads the same file. What the platform documents is
`components.json`. Names of attributes and events are as documented there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

SupportState = Literal["works", "partly", "placeholder", "plain"]
"""`partly`: what is listed has no effect. `placeholder`: a box that says so. `plain`: an element without behaviour."""


class Support(msgspec.Struct, frozen=True):
    """One tag. `attributes`, `events` and `values` (by attribute) are those that have no effect."""

    state: SupportState
    attributes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    values: Mapping[str, frozenset[str]] = {}

    @property
    def is_drawn(self) -> bool:
        """Whether the component does what it is there for."""
        return self.state in ("works", "partly")

    def has_event(self, name: str) -> bool:
        """Whether the event, if it is documented, is ever sent."""
        return name not in self.events and name not in component_support().common_events

    def has_value(self, attribute: str, value: str) -> bool:
        """Whether the value, if it is documented, makes a difference."""
        return value not in self.values.get(attribute, ())


class SupportTable(msgspec.Struct, frozen=True, rename="camel"):
    """`common_events`: events of every element that are never sent."""

    common_events: frozenset[str]
    components: Mapping[str, Support]


@cache
def component_support() -> SupportTable:
    """The table, read once in a process."""
    text = (files("resources") / "spec" / "component_support.json").read_bytes()
    return msgspec.json.decode(text, type=SupportTable)
