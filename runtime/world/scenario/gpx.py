"""GPX files: the places of a track, a route or waypoints, and when each was passed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_POINTS = 200_000
_POINTS = ("trkpt", "rtept", "wpt")


class GpxError(ValueError):
    """A text that is no GPX file with places in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """`altitude` None: not told; `passed_ms` since the first place, None unless all tell."""

    latitude: float
    longitude: float
    altitude: float | None = None
    passed_ms: float | None = None


def read_gpx(data: bytes) -> list[Place]:
    """The places in their order: of the tracks, or else of the routes, or else the waypoints. Raises GpxError."""
    # Hardly a scenario needs the parser, and every program reads what scenarios are.
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise GpxError(f"no XML: {error}") from None
    for tag in _POINTS:
        found = list(root.iter(f"{{*}}{tag}"))
        if len(found) > MOST_POINTS:
            raise GpxError(f"more than {MOST_POINTS} places")
        if found:
            places = [_place(one) for one in found]
            return _timed(places, [_time(one) for one in found])
    raise GpxError("no places in it (trkpt, rtept or wpt)")


def _place(element: _Element) -> Place:
    latitude, longitude = _number(element.get("lat")), _number(element.get("lon"))
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise GpxError(f"line {element.sourceline}: a place without latitude and longitude in degrees")
    return Place(latitude, longitude, _number(element.findtext("{*}ele")))


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _time(element: _Element) -> float | None:
    try:
        return datetime.fromisoformat((element.findtext("{*}time") or "").strip().replace("Z", "+00:00")).timestamp()
    except (ValueError, OverflowError, OSError):
        return None


def _timed(places: list[Place], times_s: list[float | None]) -> list[Place]:
    told = [one for one in times_s if one is not None]
    if len(told) != len(places) or sorted(told) != told:
        return places
    return [
        Place(place.latitude, place.longitude, place.altitude, (time_s - told[0]) * 1000)
        for place, time_s in zip(places, told, strict=True)
    ]
