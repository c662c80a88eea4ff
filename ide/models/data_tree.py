"""The data of the pages and components of a running program as a tree: what is open, and how a value is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ide.models.console.lines import Span
from ide.models.debug_target import DataOwner
from ide.models.member_tree import Fetch, MemberTree
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview, has_members

COMPONENT = "\0component "


@dataclass(frozen=True, slots=True)
class DataPlace:
    """Where a value is: whose it is, and the key of it in `setData`."""

    owner: DataOwner
    key: str


class DataTree:
    """`changed` is called when members have arrived; `places` has the rows that were made last."""

    def __init__(self, fetch: Fetch, changed: Callable[[], None]) -> None:
        self.places: dict[Path, DataPlace] = {}
        self._members = MemberTree(fetch, changed)
        self._closed_pages: set[Path] = set()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row, or wants more members."""
        if len(path) == 1:
            self._closed_pages ^= {path}
        else:
            self._members.toggle(path)

    def renew(self) -> None:
        """The values are fresh ones: what was fetched for the earlier ones is asked for again."""
        self._members.renew()

    def is_open(self, owner: DataOwner) -> bool:
        """Whether the data of a page or component is shown: pages are open at first, components are not."""
        row = row_of(owner)
        return self._members.is_open(row) if owner.ref else row not in self._closed_pages

    def owner_rows(self, owner: DataOwner, name: str, data: Preview | None, *, has_more: bool) -> Iterator[TreeRow]:
        """The rows of a page or component; data that is not here yet is None. `has_more`: others' rows follow inside.

        Rows of a component have the depth of its page's data.
        """
        row = row_of(owner)
        depth = len(row) - 1
        can_open = has_more or data is None or has_members(data)
        label = (Span("<", "dim"), Span(name, "name"), Span(">", "dim")) if owner.ref else (Span(name, "name"),)
        yield TreeRow(row, label, self.is_open(owner) if can_open else None, None, depth)
        if self.is_open(owner) and data is not None:
            self.places[row] = DataPlace(owner, "")
            yield from self._members.rows(data, row, depth + 1, self._edit_text)

    def value_rows(self, value: Preview, path: Path, place: DataPlace | None, depth: int) -> Iterator[TreeRow]:
        """The row of one value, named by the end of its path, and those inside it. `place` None: nobody can set it."""
        self.places.pop(path, None)
        if place is not None:
            self.places[path] = place
        edit_text = json_text(value) if place is not None else None
        yield from self._members.value_rows(value, path, depth, edit_text, self._edit_text)

    def _edit_text(self, path: Path, parent: Preview, name: str, member: Preview) -> str | None:
        place = self.places.get(path[:-1])
        if place is None:
            return None
        self.places[path] = DataPlace(place.owner, _joined(place.key, name, is_index=parent.get("t") == "array"))
        return json_text(member)


def row_of(owner: DataOwner) -> Path:
    """The path of the owner's row."""
    page = str(owner.page_id)
    return (page, f"{COMPONENT}{'.'.join(map(str, owner.ref))}") if owner.ref else (page,)


def json_text(value: Preview) -> str | None:
    """A primitive value as JSON; None for others, and for a string that is not here as a whole."""
    kind = value.get("t")
    if kind == "string" and not value.get("more"):
        return json.dumps(value.get("v"), ensure_ascii=False)
    if kind in ("number", "boolean", "null"):
        return json.dumps(value.get("v"))
    return "null" if kind == "undefined" else None


def _joined(key: str, label: str, *, is_index: bool) -> str:
    """The key of a member as setData writes it."""
    if is_index:
        return f"{key}[{label}]"
    escaped = "".join(f"\\{sign}" if sign in "\\.[]" else sign for sign in label)
    return f"{key}.{escaped}" if key else escaped
