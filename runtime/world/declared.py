"""World values and world events as they are declared. Each file of `groups` exports one `GROUP`.

A value is what is so (`battery.level`), an event what happens once (`screen.capture`). Both name the sources of device
events that they fire (`runtime/api/families/sources.py`); the group says with what, as a function of all values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.world.kinds import Kind

Values = Mapping[str, Any]
"""All values by name, those at their default among them."""
Payload = Callable[[Values], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class WorldValue:
    """`name` is `<subject>.<member>`; a group has one subject or a few. A change fires `fires` if their payload is
    another one by it. With `ends_with_program` what a program sets holds until it ends."""

    name: str
    kind: Kind
    default: Any
    fires: tuple[str, ...] = ()
    ends_with_program: bool = False

    @property
    def member(self) -> str:
        """The name without its subject."""
        return self.name.partition(".")[2]


@dataclass(frozen=True, slots=True)
class WorldEvent:
    """`details` are what may be said of it, each with what it is if nobody says so: `{"level": (Choice(…), 10)}`.

    It fires `fires` with the details as payload.
    """

    name: str
    fires: tuple[str, ...] = ()
    details: Mapping[str, tuple[Kind, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """Values and events of one matter, in the order in which they are shown; groups are shown by their `order`.
    `payloads`: by source, what its listeners get while the values are so. Of these, `sampled` fire only while the
    program has switched them on, at their own times."""

    name: str
    order: int
    values: tuple[WorldValue, ...] = ()
    events: tuple[WorldEvent, ...] = ()
    payloads: Mapping[str, Payload] = field(default_factory=dict)
    sampled: frozenset[str] = frozenset()
