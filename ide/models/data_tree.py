"""The data of the pages and components of a running program as a tree: what is open, what has been fetched, how a
value is named.

Values come as previews (resources/docs/wire.md, "Previews"); members that a preview does not hold are asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ide.models.console.lines import Span
from ide.models.debug_target import DataOwner
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview, has_members, inline, members

Fetch = Callable[[int, int, Callable[[Preview | None], None]], None]
MORE = "\0more"
COMPONENT = "\0component "
PAGE = 100


@dataclass(frozen=True, slots=True)
class DataPlace:
    """Where an editable value is: whose it is, and the key of it in `setData`."""

    owner: DataOwner
    key: str


class DataTree:
    """Owner of what is open. `changed` is called when members have arrived."""

    def __init__(self, fetch: Fetch, changed: Callable[[], None]) -> None:
        self.places: dict[Path, DataPlace] = {}
        self._fetch = fetch
        self._changed = changed
        self._closed_pages: set[Path] = set()
        self._open: set[Path] = set()
        self._shown: dict[Path, int] = {}
        self._fetched: dict[tuple[Path, int], Preview] = {}
        self._asked: set[tuple[Path, int]] = set()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row, or wants more members."""
        if path[-1] == MORE:
            self._shown[path[:-1]] = self._shown.get(path[:-1], PAGE) + PAGE
        elif len(path) == 1:
            self._closed_pages ^= {path}
        else:
            self._open ^= {path}

    def renew(self) -> None:
        """The values are fresh ones: what was fetched for the earlier ones is asked for again."""
        self._asked.clear()

    def is_open(self, owner: DataOwner) -> bool:
        """Whether the data of a page or component is shown: pages are open at first, components are not."""
        row = row_of(owner)
        return row in self._open if owner.ref else row not in self._closed_pages

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
            yield from self._member_rows(data, row, DataPlace(owner, ""), depth + 1)

    def value_rows(self, value: Preview, path: Path, place: DataPlace | None, depth: int) -> Iterator[TreeRow]:
        """The row of one value, named by the end of its path, and those inside it. `place` None: nobody can set it."""
        is_open = path in self._open if has_members(value) else None
        pieces = [Span(piece.text, piece.role) for piece in inline(value, nested=True)]
        edit_text = _edit_text(value) if place is not None else None
        if edit_text is not None and place is not None:
            self.places[path] = place
        yield TreeRow(path, (Span(path[-1], "key"), Span(": "), *pieces), is_open, edit_text, depth)
        if is_open:
            yield from self._member_rows(value, path, place, depth + 1)

    def _member_rows(self, value: Preview, path: Path, place: DataPlace | None, depth: int) -> Iterator[TreeRow]:
        is_array = value.get("t") == "array"
        known, total = self._known(value, path)
        for label, member in known:
            inner = DataPlace(place.owner, _joined(place.key, label, is_index=is_array)) if place else None
            yield from self.value_rows(member, (*path, label), inner, depth)
        if len(known) < total:
            yield TreeRow((*path, MORE), (Span(f"… {total - len(known)}", "dim"),), False, None, depth)

    def _known(self, value: Preview, path: Path) -> tuple[list[tuple[str, Preview]], int]:
        """The members that are here, and how many there are. Asks for those that are wanted and not here."""
        known = members(value)
        total = max(int(value.get("n") or 0), len(known) + bool(value.get("more") and not known))
        wanted = min(total, self._shown.get(path, PAGE))
        while len(known) < wanted:
            start = len(known)
            if (path, start) not in self._asked and value.get("id"):
                self._asked.add((path, start))
                self._fetch(int(value["id"]), start, lambda found, start=start: self._arrived(path, start, found))  # type: ignore[misc]
            fetched = self._fetched.get((path, start))
            if fetched is None or not members(fetched):
                break
            known = [*known, *members(fetched)]
            total = max(int(fetched.get("n") or 0), len(known))
            wanted = min(total, self._shown.get(path, PAGE))
        return known, total

    def _arrived(self, path: Path, start: int, found: Preview | None) -> None:
        if found is not None and found.get("t") in ("object", "array"):
            self._fetched[(path, start)] = found
            self._changed()


def row_of(owner: DataOwner) -> Path:
    """The path of the owner's row."""
    page = str(owner.page_id)
    return (page, f"{COMPONENT}{'.'.join(map(str, owner.ref))}") if owner.ref else (page,)


def _edit_text(value: Preview) -> str | None:
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
