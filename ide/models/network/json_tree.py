"""A JSON value as rows of a tree: what is open in it, and of long lists a hundred members at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ide.models.console.lines import Span
from ide.models.console.values import json_value
from ide.models.tree_rows import Path, TreeRow
from simulator.bridge.preview import inline

PAGE = 100
MORE = "\0more"
ROOT: Path = ("",)


class JsonTree:
    """Of one body at a time."""

    def __init__(self) -> None:
        self._value: Any = None
        self._open: set[Path] = set()
        self._shown: dict[Path, int] = {}

    def show(self, value: Any) -> None:
        """Another value; its first level is open."""
        self._value = value
        self._open = {ROOT}
        self._shown = {}

    def toggle(self, path: Path) -> None:
        """The user opens or closes a row, or wants more of them."""
        if path[-1] == MORE:
            self._shown[path[:-1]] = self._shown.get(path[:-1], PAGE) + PAGE
        else:
            self._open ^= {path}

    def rows(self) -> Sequence[TreeRow]:
        """What is seen now."""
        return list(self._rows(ROOT, "", self._value, 0))

    def _rows(self, path: Path, label: str, value: Any, depth: int) -> Iterator[TreeRow]:
        preview = json_value(value).preview
        name = (Span(label, "key"), Span(": ")) if label else ()
        pieces = tuple(Span(piece.text, piece.role) for piece in inline(preview, nested=True))
        can_open = isinstance(value, dict | list) and bool(value)
        yield TreeRow(path, (*name, *pieces), path in self._open if can_open else None, None, depth)
        if not can_open or path not in self._open:
            return
        wanted = self._shown.get(path, PAGE)
        members = list(value.items())[:wanted] if isinstance(value, dict) else list(enumerate(value[:wanted]))
        for key, member in members:
            yield from self._rows((*path, str(key)), str(key), member, depth + 1)
        if len(members) < len(value):
            yield TreeRow((*path, MORE), (Span(f"… {len(value) - len(members)}", "dim"),), False, None, depth + 1)
