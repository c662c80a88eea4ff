"""Coasts and cities of the earth for small maps in the window, from `resources/map`, and the projection they share.

Natural Earth (public domain) and GeoNames (CC BY 4.0); no borders.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

ATTRIBUTION = "Natural Earth · GeoNames"
MOST_LATITUDE = 85.0


@dataclass(frozen=True, slots=True)
class City:
    """A city and where it lies, in the plane of `projected`."""

    name: str
    x: float
    y: float
    people: int


def coasts() -> list[list[tuple[float, float]]]:
    """Rings of land, as points of the plane."""
    return [[projected(latitude, longitude) for longitude, latitude in ring] for ring in _read("land")]


def cities() -> Sequence[City]:
    """The largest come first."""
    found = [
        City(name, *projected(latitude, longitude), people) for name, longitude, latitude, people in _read("cities")
    ]
    return sorted(found, key=lambda city: -city.people)


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A place in Mercator's plane: 0 to 1 from west to east and from north to south."""
    bounded = math.radians(max(-MOST_LATITUDE, min(MOST_LATITUDE, latitude)))
    return (longitude + 180) / 360, (1 - math.log(math.tan(math.pi / 4 + bounded / 2)) / math.pi) / 2


def place_at(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a point of the plane."""
    latitude = math.degrees(2 * math.atan(math.exp((1 - 2 * y) * math.pi)) - math.pi / 2)
    bounded = max(-MOST_LATITUDE, min(MOST_LATITUDE, latitude))
    return bounded, (x % 1.0) * 360 - 180


def _read(name: str) -> Any:
    return json.loads(gzip.decompress((files("resources") / "map" / f"{name}.json.gz").read_bytes()))
