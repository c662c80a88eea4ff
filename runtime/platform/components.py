"""The built-in components: what the platform documents, and what Handset does with each of them.

The former is `components.json`; the latter `component_support.json`, which `canIUse`, the lint and the view go by.
Names of attributes and events are as documented.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

SupportState = Literal["works", "partly", "plain"]
"""`partly`: what is listed has no effect. `plain`: an element without behaviour."""

# Observed: no longer in the reference, but old projects use them and the platform still draws them.
_FORMER = frozenset({"action-sheet", "action-sheet-item", "action-sheet-cancel", "loading", "modal", "toast"})


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

    def has_value(self, attribute: str, value: str) -> bool:
        """Whether the value, if it is documented, makes a difference."""
        return value not in self.values.get(attribute, ())


class SupportTable(msgspec.Struct, frozen=True, rename="camel"):
    """What Handset does with each tag."""

    components: Mapping[str, Support]

    def sends(self, support: Support, event: str) -> bool:
        """Whether the event, if it is documented, is ever sent."""
        return event not in support.events


def read_components(text: bytes) -> Mapping[str, Any]:
    """The documented components: name to description."""
    described: Mapping[str, Any] = msgspec.json.decode(text)["components"]
    return described


def read_support(text: bytes) -> SupportTable:
    """The table of what Handset does."""
    return msgspec.json.decode(text, type=SupportTable)


def built_in_tags(components: Mapping[str, Any]) -> frozenset[str]:
    """Names of all built-in components, compiler nodes (`block`, `slot` …) not among them."""
    return _FORMER | {name for name, one in components.items() if one["category"] not in ("pseudo", "xr-frame")}
