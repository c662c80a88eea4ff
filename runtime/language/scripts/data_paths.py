"""Paths into the data as scripts write them: `'list[0].name'` of `setData`, `'user.name, a.**'` of observers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

ITEM = "[]"
"""Stands in a path for any item of a list."""


@dataclass(frozen=True, slots=True)
class PathKey:
    """One name of a path, or `ITEM`, with its place; `start` is -1 where it is not written but known from elsewhere."""

    name: str
    start: int = -1
    end: int = -1


def keys_of(written: str, start: int) -> tuple[PathKey, ...]:
    """The keys of one path, which begins at `start`; what is put together while the program runs ends it."""
    found: list[PathKey] = []
    at = len(written) - len(written.lstrip())
    while at < len(written):
        if written[at] == "[":
            at = _behind_bracket(written, at)
            found.append(PathKey(ITEM, start + at, start + at))
            continue
        if written[at] == "." and found:
            at += 1
        end = at
        while end < len(written) and (written[end].isalnum() or written[end] in "_$"):
            end += 1
        # `${…}` makes a name, or a part of one.
        if end == at or written[end - 1] == "$" or written[at].isdigit():
            break
        found.append(PathKey(written[at:end], start + at, start + end))
        at = end
    return tuple(found)


def paths_in(written: str, start: int) -> Iterator[tuple[PathKey, ...]]:
    """The paths of a list with commas between them."""
    at = 0
    for part in written.split(","):
        keys = keys_of(part, start + at)
        if keys:
            yield keys
        at += len(part) + 1


def _behind_bracket(written: str, at: int) -> int:
    depth = 0
    for index in range(at, len(written)):
        depth += {"[": 1, "]": -1}.get(written[index], 0)
        if depth == 0:
            return index + 1
    return len(written)
