"""Sizes as areas: rectangles in rectangles, each as large as what it stands for, as near to squares as can be.

The layout is the squarified one of Bruls, Huizing and van Wijk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ide.models.audits.sizes import Bar

HEAD = 16.0
GAP = 2.0
LEAST_SIDE = 3.0
LEAST_ROOM = 40.0
"""A rectangle that is narrower or lower shows nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class SizeNode:
    """A package, folder or file, with what is in it, the largest first."""

    bar: Bar
    inside: tuple[SizeNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in px."""

    x: float
    y: float
    width: float
    height: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a node is drawn. `has_head`: its name stands above what is in it."""

    bar: Bar
    area: Area
    depth: int
    has_head: bool = False


def tiles(nodes: Sequence[SizeNode], area: Area, depth: int = 0) -> list[Tile]:
    """Those that can be seen, what is around before what is inside."""
    found: list[Tile] = []
    for node, place in _squarified(nodes, area):
        if min(place.width, place.height) < LEAST_SIDE:
            continue
        has_head = bool(node.inside) and min(place.width, place.height) >= LEAST_ROOM
        found.append(Tile(node.bar, place, depth, has_head))
        if has_head:
            width, height = place.width - 2 * GAP, place.height - HEAD - GAP
            found += tiles(node.inside, Area(place.x + GAP, place.y + HEAD, width, height), depth + 1)
    return found


def _squarified(nodes: Sequence[SizeNode], area: Area) -> list[tuple[SizeNode, Area]]:
    """The nodes fill the area, row by row along its shorter side."""
    left = [node for node in nodes if node.bar.size_bytes > 0]
    whole = sum(node.bar.size_bytes for node in left)
    if not whole or area.width <= 0 or area.height <= 0:
        return []
    scale = area.width * area.height / whole
    found: list[tuple[SizeNode, Area]] = []
    while left:
        side = min(area.width, area.height)
        row = [left.pop(0)]
        while left and _worst([*row, left[0]], scale, side) <= _worst(row, scale, side):
            row.append(left.pop(0))
        placed, area = _row(row, scale, area)
        found += placed
    return found


def _worst(row: Sequence[SizeNode], scale: float, side: float) -> float:
    """How long the longest rectangle of a row is, its shorter side being 1."""
    whole = sum(node.bar.size_bytes for node in row) * scale
    thickness = whole / side
    lengths = [node.bar.size_bytes * scale / thickness for node in row]
    return max(max(length / thickness, thickness / length) for length in lengths)


def _row(row: Sequence[SizeNode], scale: float, area: Area) -> tuple[list[tuple[SizeNode, Area]], Area]:
    """The rectangles of a row, and what is left of the area."""
    whole = sum(node.bar.size_bytes for node in row) * scale
    is_column = area.width >= area.height
    thickness = whole / (area.height if is_column else area.width)
    found, at = [], area.y if is_column else area.x
    for node in row:
        length = node.bar.size_bytes * scale / thickness
        place = Area(area.x, at, thickness, length) if is_column else Area(at, area.y, length, thickness)
        found.append((node, place))
        at += length
    if is_column:
        return found, Area(area.x + thickness, area.y, area.width - thickness, area.height)
    return found, Area(area.x, area.y + thickness, area.width, area.height - thickness)
