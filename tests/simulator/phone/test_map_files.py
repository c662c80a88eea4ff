"""What maps are made of."""

from __future__ import annotations

import json

import pytest

from simulator.phone.map_files import map_file


def read(path: str) -> bytes:
    found = map_file(path)
    assert found is not None
    return found


def test_leaflet_comes_from_its_package() -> None:
    assert b"Leaflet 1.9" in read("map/leaflet.js")
    assert b".leaflet-pane" in read("map/leaflet.css")


def test_land_is_rings_of_places_and_cities_have_place_and_people() -> None:
    land, cities = json.loads(read("map/land.json")), json.loads(read("map/cities.json"))
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for ring in land for x, y in ring)
    assert all(-180 <= x <= 180 and -90 <= y <= 90 and people >= 0 for _name, x, y, people in cities)
    # The largest come first: whoever draws stops at the first that is too small.
    assert [city[3] for city in cities] == sorted((city[3] for city in cities), reverse=True)


@pytest.mark.parametrize("path", ["map/leaflet-src.js", "map/../leaflet.js", "map/", "leaflet.js", "map/x.json"])
def test_nothing_else_is_to_be_had(path: str) -> None:
    assert map_file(path) is None
