"""Members of previewed values as rows of a tree: what is open, what has been fetched.

Values come as previews (resources/docs/wire.md, "Previews"); members that a preview does not hold are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ide.models.console.lines import Span
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import Preview, has_members, inline, members

Fetch = Callable[[int, int, Callable[[Preview | None], None]], None]
EditText = Callable[[Path, Preview, str, Preview], str | None]
"""Path of a member's row, the value it is in, its name, itself: what the user edits; None if it cannot be edited."""
MORE = "\0more"
PAGE = 100


class MemberTree:
    """Owner of what is open. `changed` is called when members have arrived."""

    def __init__(self, fetch: Fetch, changed: Callable[[], None]) -> None:
        self._fetch = fetch
        self._changed = changed
        self._open: set[Path] = set()
        self._shown: dict[Path, int] = {}
        self._fetched: dict[tuple[Path, int], Preview] = {}
        self._asked: set[tuple[Path, int, int]] = set()

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row, or wants more members."""
        if path[-1] == MORE:
            self._shown[path[:-1]] = self._shown.get(path[:-1], PAGE) + PAGE
        else:
            self._open ^= {path}

    def open(self, path: Path) -> None:
        """A row is open from the beginning."""
        self._open.add(path)

    def is_open(self, path: Path) -> bool:
        """Whether the members of a row are shown."""
        return path in self._open

    def renew(self) -> None:
        """The values are fresh ones: what was fetched for the earlier ones is asked for again."""
        self._asked.clear()

    def rows(self, value: Preview, path: Path, depth: int, edit_text: EditText) -> Iterator[TreeRow]:
        """The rows of a value's members and of theirs. `path` is the row of the value."""
        known, total = self._known(value, path)
        for name, member in known:
            here = (*path, name)
            yield from self.value_rows(member, here, depth, edit_text(here, value, name, member), edit_text)
        if len(known) < total:
            yield TreeRow((*path, MORE), (Span(f"… {total - len(known)}", "dim"),), False, None, depth)

    def value_rows(
        self, value: Preview, path: Path, depth: int, own_text: str | None, edit_text: EditText
    ) -> Iterator[TreeRow]:
        """The row of one value, named by the end of its path and edited as `own_text`, and those inside it."""
        is_open = path in self._open if has_members(value) else None
        pieces = [Span(piece.text, piece.role) for piece in inline(value, nested=True)]
        yield TreeRow(path, (Span(path[-1], "key"), Span(": "), *pieces), is_open, own_text, depth)
        if is_open:
            yield from self.rows(value, path, depth + 1, edit_text)

    def _known(self, value: Preview, path: Path) -> tuple[list[tuple[str, Preview]], int]:
        """The members that are here, and how many there are. Asks for those that are wanted and not here."""
        known = members(value)
        total = max(int(value.get("n") or 0), len(known) + bool(value.get("more") and not known))
        wanted = min(total, self._shown.get(path, PAGE))
        while len(known) < wanted:
            start = len(known)
            self._ask(int(value.get("id") or 0), path, start)
            fetched = self._fetched.get((path, start))
            if fetched is None or not members(fetched):
                break
            known = [*known, *members(fetched)]
            total = max(int(fetched.get("n") or 0), len(known))
            wanted = min(total, self._shown.get(path, PAGE))
        return known, total

    def _ask(self, object_id: int, path: Path, start: int) -> None:
        if object_id and (path, start, object_id) not in self._asked:
            self._asked.add((path, start, object_id))
            self._fetch(object_id, start, lambda found: self._arrived(path, start, found))

    def _arrived(self, path: Path, start: int, found: Preview | None) -> None:
        if found is not None and found.get("t") in ("object", "array"):
            self._fetched[(path, start)] = found
            self._changed()
