"""World values and events as rows in sections: favourites on top, then the groups, or what a search finds. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from ide.models.texts import Texts
from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Choice
from runtime.world.world_list import WorldList

FAVOURITES = "favourites"
USUAL_FAVOURITES = (
    "network.type", "place.latitude", "place.longitude", "battery.level", "user.nickName", "memory.warning",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorldRow:
    """One value or event with its words; `options` are those of a choice."""

    shown: WorldValue | WorldEvent
    label: str
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As at every door."""
        return self.shown.name


@dataclass(frozen=True, slots=True)
class Section:
    """`key` is a group's name or `FAVOURITES`."""

    key: str
    title: str
    rows: tuple[WorldRow, ...]


def sections(known: WorldList, texts: Texts, favourites: Collection[str], needle: str) -> list[Section]:
    """What is shown. A search looks at names, words and groups, and has no favourites of its own."""
    by_group = [(group, list(_rows(group, texts))) for group in known.groups]
    if needle:
        found = [(group, _matching(group, rows, texts, needle.lower())) for group, rows in by_group]
        return [Section(group.name, _title(group, texts), tuple(rows)) for group, rows in found if rows]
    by_name = {row.name: _out_of(group, row, texts) for group, rows in by_group for row in rows}
    liked = tuple(by_name[name] for name in favourites if name in by_name)
    groups = [Section(group.name, _title(group, texts), tuple(rows)) for group, rows in by_group]
    return [Section(FAVOURITES, texts("device.favourites"), liked), *groups] if liked else groups


def _out_of(group: Group, row: WorldRow, texts: Texts) -> WorldRow:
    """The row where its group stands not over it."""
    return row if isinstance(row.shown, WorldEvent) else replace(row, label=f"{_title(group, texts)}: {row.label}")


def _rows(group: Group, texts: Texts) -> Iterator[WorldRow]:
    for value in group.values:
        kind = value.kind
        options = tuple(_option(group, one, texts) for one in kind.options) if isinstance(kind, Choice) else ()
        yield WorldRow(value, texts(f"world.{value.name}"), options)
    for event in group.events:
        yield WorldRow(event, texts(f"world.{event.name}"))


def _option(group: Group, option: str, texts: Texts) -> str:
    return texts.words.get(f"world.{group.name}.option.{option}", option)


def _title(group: Group, texts: Texts) -> str:
    return texts(f"world.group.{group.name}")


def _matching(group: Group, rows: list[WorldRow], texts: Texts, needle: str) -> list[WorldRow]:
    if needle in _title(group, texts).lower():
        return rows
    return [row for row in rows if needle in row.name.lower() or needle in row.label.lower()]
