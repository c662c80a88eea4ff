"""Places on the earth as GeoJSON: distance, inside, touching. Lines are taken as straight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import Any

EARTH_M = 6_378_100.0

Spot = tuple[float, float]


def spot_of(value: Any) -> Spot | None:
    """Longitude and latitude of a GeoJSON point; None for anything else."""
    if not isinstance(value, dict) or value.get("type") != "Point":
        return None
    return _spot(value.get("coordinates"))


def distance_m(one: Spot, other: Spot) -> float:
    """Along the earth."""
    along, up = radians(other[0] - one[0]), radians(other[1] - one[1])
    half = sin(up / 2) ** 2 + cos(radians(one[1])) * cos(radians(other[1])) * sin(along / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def is_within(value: Any, area: Any) -> bool:
    """Whether all of a shape lies in a polygon, or in one of several."""
    spots = [*spots_of(value)]
    return bool(spots) and any(all(_holds(rings, spot) for spot in spots) for rings in _polygons(area))


def touches(value: Any, other: Any) -> bool:
    """Whether two shapes have a point in common."""
    if any(_holds(rings, spot) for rings in _polygons(other) for spot in spots_of(value)):
        return True
    if any(_holds(rings, spot) for rings in _polygons(value) for spot in spots_of(other)):
        return True
    theirs = [*_sides(other)]
    if any(_cross(*side, *their) for side in _sides(value) for their in theirs):
        return True
    return not theirs and bool({*spots_of(value)} & {*spots_of(other)})


def spots_of(value: Any) -> Iterator[Spot]:
    """All points that a shape is made of."""
    if isinstance(value, dict):
        yield from _flat(value.get("coordinates"))


def _flat(coordinates: Any) -> Iterator[Spot]:
    spot = _spot(coordinates)
    if spot is not None:
        yield spot
    elif isinstance(coordinates, list):
        for inner in coordinates:
            yield from _flat(inner)


def _spot(pair: Any) -> Spot | None:
    is_pair = isinstance(pair, list | tuple) and len(pair) == 2 and all(isinstance(n, int | float) for n in pair)
    return (float(pair[0]), float(pair[1])) if is_pair else None


def _polygons(shape: Any) -> list[list[list[Spot]]]:
    if not isinstance(shape, dict) or not isinstance(held := shape.get("coordinates"), list):
        return []
    written = {"Polygon": [held], "MultiPolygon": held}.get(str(shape.get("type")), [])
    return [[[*_flat(ring)] for ring in rings] for rings in written if isinstance(rings, list)]


def _holds(rings: Sequence[Sequence[Spot]], spot: Spot) -> bool:
    return bool(rings) and _in_ring(rings[0], spot) and not any(_in_ring(hole, spot) for hole in rings[1:])


def _in_ring(ring: Sequence[Spot], spot: Spot) -> bool:
    x, y = spot
    is_inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            is_inside = not is_inside
    return is_inside or spot in ring


def _sides(shape: Any) -> Iterator[tuple[Spot, Spot]]:
    kind = shape.get("type") if isinstance(shape, dict) else ""
    held = shape.get("coordinates") if isinstance(shape, dict) else None
    lines = {"LineString": [held], "MultiLineString": held}.get(str(kind)) or [
        ring for rings in _polygons(shape) for ring in rings
    ]
    for line in lines if isinstance(lines, list) else []:
        spots = [*_flat(line)] if line and not isinstance(line[0], tuple) else line
        yield from pairwise(spots)


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
