"""Makes a program that differs smaller: leaves out pieces, or puts children in their parent's place, as long as a
difference remains. Pieces are the items of lists and the entries of objects, large ones first."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from tests.differential.programs.pieces import DanglingPieceError, Program, files_of

KEPT = frozenset({"tag", "attrs", "children", "text", "type", "components", "behaviors", "relations", "actions"}) | {
    "outer",
    "inner",
    "kind",
}
_BATCH = 8
Path = tuple[Any, ...]


def shrink(program: Program, differ: Callable[[list[Program]], list[bool]], *, is_newer: bool) -> Program:
    """The smaller program. `differ` says for each of several programs whether it still does."""
    is_smaller = True
    while is_smaller:
        is_smaller, at = False, 0
        while batch := list(islice(_changes(program, is_newer), at, at + _BATCH)):
            found = next((one for one, still in enumerate(differ(batch)) if still), None)
            at += _BATCH if found is None else found
            if found is not None:
                program, is_smaller = batch[found], True
    return program


def _changes(program: Program, is_newer: bool) -> Iterator[Program]:
    for path in sorted(_paths(program, ()), key=len):
        for change in (_without, _with_children):
            candidate = change(copy.deepcopy(program), path)
            if candidate is not None and _stands(candidate, is_newer):
                yield candidate


def _stands(program: Program, is_newer: bool) -> bool:
    if not program["components"]:
        return False
    try:
        files_of(program, is_newer=is_newer)
    except DanglingPieceError:
        return False
    return True


def _paths(value: Any, path: Path) -> Iterator[Path]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        if key not in KEPT or (path and path[0] == "components" and key == "behaviors"):
            yield (*path, key)
        yield from _paths(inner, (*path, key))


def _without(program: Program, path: Path) -> Program | None:
    at: Any = program
    for key in path[:-1]:
        at = at[key]
    if path[:1] == ("components",) and len(path) == 3 and path[2] == "template":
        return None
    del at[path[-1]]
    return program


def _with_children(program: Program, path: Path) -> Program | None:
    at: Any = program
    for key in path[:-1]:
        at = at[key]
    if not isinstance(at, list) or not isinstance(at[path[-1]], dict) or not at[path[-1]].get("children"):
        return None
    at[path[-1] : path[-1] + 1] = at[path[-1]]["children"]
    return program
