"""What is near the phone, as rows of a list of the world: who is there, how strong, what is held to it. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from runtime.world.kinds import Number, Rows

Entries = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class NearbyNumber:
    """A number of an entry that may be changed."""

    member: str
    kind: Number
    value: float


@dataclass(frozen=True, slots=True)
class NearbyRow:
    """One entry; None where such a thing is not said of it."""

    title: str
    is_present: bool | None
    numbers: tuple[NearbyNumber, ...]
    is_held: bool | None


def nearby_rows(rows: Rows, entries: Entries, held: str) -> list[NearbyRow]:
    """`held`: the title of the entry that is held to the phone."""
    return [_row(rows, one, held) for one in entries]


def with_member(entries: Entries, place: int, member: str, value: Any) -> list[Mapping[str, Any]]:
    """The list with another value in one of its entries."""
    return [{**one, member: value} if number == place else one for number, one in enumerate(entries)]


def _row(rows: Rows, entry: Mapping[str, Any], held: str) -> NearbyRow:
    title = next((str(entry[name]) for name in rows.titles if entry.get(name)), "")
    numbers = [NearbyNumber(member, kind, entry[member]) for member, kind in rows.numbers if entry[member] is not None]
    is_present = bool(entry.get(rows.presence, True)) if rows.presence else None
    return NearbyRow(title, is_present, tuple(numbers), title == held if rows.held_by else None)
