"""The plane of small maps, and what lies in it."""

from __future__ import annotations

import pytest

from ide.models.ground import cities, coasts, place_at, projected


@pytest.mark.parametrize("place", [(0.0, 0.0), (39.9, 116.4), (-33.9, 151.2), (84.9, -179.9)])
def test_a_place_is_found_again(place: tuple[float, float]) -> None:
    assert place_at(*projected(*place)) == pytest.approx(place)


def test_west_is_left_and_north_is_up() -> None:
    (beijing_x, beijing_y), (sydney_x, sydney_y) = projected(39.9, 116.4), projected(-33.9, 151.2)
    assert beijing_x < sydney_x
    assert beijing_y < sydney_y
    assert place_at(1.25, 0.5) == pytest.approx((0, -90))


def test_coasts_and_cities_lie_in_the_plane() -> None:
    assert all(0 <= x <= 1 and 0 <= y <= 1 for ring in coasts() for x, y in ring)
    found = cities()
    assert found[0].people == max(city.people for city in found)
    assert all(0 <= city.x <= 1 and 0 <= city.y <= 1 for city in found)
