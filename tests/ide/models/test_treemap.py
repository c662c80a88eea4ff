"""Sizes as areas: each as large as its share, none over another, what is inside within what is around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ide.models.audits.sizes import Bar
from ide.models.audits.treemap import GAP, HEAD, Area, SizeNode, Tile, tiles

ROOM = Area(10, 20, 400, 300)


def file(name: str, size: int) -> SizeNode:
    return SizeNode(Bar(name, size, file=name))


def overlap(one: Area, other: Area) -> float:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40))
def test_areas_are_shares_of_the_room_and_apart(sizes: list[int]) -> None:
    found = tiles([file(str(number), size) for number, size in enumerate(sorted(sizes, reverse=True))], ROOM)
    for number, tile in enumerate(found):
        share = tile.bar.size_bytes / sum(sizes)
        assert tile.area.width * tile.area.height == pytest.approx(share * ROOM.width * ROOM.height, rel=1e-6)
        assert overlap(tile.area, ROOM) == pytest.approx(tile.area.width * tile.area.height, rel=1e-6)
        assert all(overlap(tile.area, other.area) < 1e-3 for other in found[:number])


def test_equal_files_are_near_to_squares() -> None:
    found = tiles([file(str(number), 100) for number in range(12)], ROOM)
    assert len(found) == 12
    assert all(0.5 <= tile.area.width / tile.area.height <= 2 for tile in found)


def test_a_folder_has_its_name_above_what_is_in_it_if_there_is_room() -> None:
    inside = (file("a.js", 300), file("b.js", 100))
    folder = SizeNode(Bar("lib/", 400, ("", "lib")), inside)
    (around, *files) = tiles([folder], ROOM)
    assert around == Tile(folder.bar, ROOM, 0, has_head=True)
    assert [tile.bar.name for tile in files] == ["a.js", "b.js"]
    assert {tile.depth for tile in files} == {1}
    below = Area(ROOM.x + GAP, ROOM.y + HEAD, ROOM.width - 2 * GAP, ROOM.height - HEAD - GAP)
    assert all(overlap(tile.area, below) == pytest.approx(tile.area.width * tile.area.height) for tile in files)
    assert tiles([folder], Area(0, 0, 30, 30)) == [Tile(folder.bar, Area(0, 0, 30, 30), 0)]


def test_nothing_to_show_and_no_room() -> None:
    assert tiles([], ROOM) == tiles([file("empty", 0)], ROOM) == tiles([file("a", 5)], Area(0, 0, 0, 9)) == []
