"""Gives every module lines of its own in one large line space, and leads back from there (wire.md, "Line space").

A module keeps its place while it fits, so that a rebuild moves nothing else; one that has grown too long gets a new
place at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from runtime.compiler.script.edits import Columns, source_column


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of lines. `is_generated`: the lines are not those of the source."""

    file: str
    start: int
    capacity: int
    column_maps: tuple[Columns, ...] = ()
    is_generated: bool = False


@dataclass(frozen=True)
class SourceMap:
    """Which module stands where. `places` by kind and path."""

    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    end: int = 1

    def locate(self, line: int, column: int) -> tuple[str, int, int]:
        """The file (path in the program), line and column of a position; `("", 0, 0)` if no module stands there.

        Line and column are 0 where the code is generated (templates).
        """
        starts = self._starts()
        index = bisect_right(starts, line, key=lambda place: place.start) - 1
        if index < 0 or line >= starts[index].start + starts[index].capacity:
            return "", 0, 0
        place = starts[index]
        if place.is_generated:
            return place.file, 0, 0
        own_line = line - place.start + 1
        for columns in place.column_maps:
            column = source_column(columns, own_line, column)
        return place.file, own_line, column

    def _starts(self) -> list[Place]:
        return sorted(self.places.values(), key=lambda place: place.start)


class LineSpace:
    """Hands out places for one build."""

    def __init__(self, previous: SourceMap) -> None:
        self._previous = previous
        self._end = previous.end
        self._places: dict[tuple[str, str], Place] = {}

    def place(
        self, kind: str, path: str, code: str, column_maps: tuple[Columns, ...] = (), *, is_generated: bool = False
    ) -> int:
        """The line at which a module starts."""
        lines = code.count("\n") + 2
        old = self._previous.places.get((kind, path))
        if old is not None and lines <= old.capacity:
            start, capacity = old.start, old.capacity
        else:
            start, capacity = self._end, lines + max(20, lines // 4)
            self._end += capacity
        file = path.partition("#")[0]
        self._places[kind, path] = Place(file, start, capacity, column_maps, is_generated)
        return start

    def source_map(self) -> SourceMap:
        """The finished map."""
        return SourceMap(self._places, self._end)
