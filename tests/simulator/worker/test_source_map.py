"""Source maps: where a place in generated code comes from, whatever the map looks like."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.worker import source_map as module
from simulator.worker.source_map import Origin, read_source_map
from tests.support.source_maps import Segment, mappings, source_map
from tests.support.work import work

SMALL = st.integers(0, 40)
SEGMENTS = st.lists(
    st.tuples(SMALL, SMALL) | st.tuples(SMALL, SMALL, st.integers(0, 2), SMALL, SMALL), unique_by=lambda one: one[:2]
).map(lambda found: sorted(found, key=lambda one: one[:2]))


def expected(segments: list[Segment], line: int, column: int) -> Origin | None:
    """The last segment of the line that does not begin behind the place."""
    before = [one for one in segments if one[0] == line - 1 and one[1] <= column - 1]
    if not before or len(before[-1]) == 2:
        return None
    return Origin(f"{before[-1][2]}.js", before[-1][3] + 1, before[-1][4] + 1)


@settings(deadline=None)
@given(SEGMENTS, st.lists(st.tuples(st.integers(1, 42), st.integers(1, 42)), max_size=12), st.integers(1, 3))
def test_every_place_has_the_origin_of_the_segment_before_it(
    segments: list[Segment], asked: list[tuple[int, int]], apart: int
) -> None:
    before, module.SEGMENTS_APART = module.SEGMENTS_APART, apart
    try:
        found = read_source_map(source_map(["0.js", "1.js", "2.js"], segments).encode())
        assert found is not None
        for line, column in asked:
            assert found.origin(line, column) == expected(segments, line, column), (line, column)
    finally:
        module.SEGMENTS_APART = before


def test_an_unknown_column_is_the_first() -> None:
    found = read_source_map(source_map(["a.js"], [(0, 0, 0, 6, 2)]).encode())
    assert found is not None
    assert found.origin(1, 0) == Origin("a.js", 7, 3)


def test_a_root_stands_before_the_sources() -> None:
    found = read_source_map(source_map(["a.js", None], [(0, 0, 0, 0, 0), (1, 0, 1, 0, 0)], sourceRoot="src/").encode())
    assert found is not None
    assert found.origin(1, 1) == Origin("src/a.js", 1, 1)
    assert found.origin(2, 1) is None


def test_sections_count_from_where_they_begin() -> None:
    maps = {"a.js": [(0, 0, 0, 4, 0)], "b.js": [(0, 2, 0, 9, 0), (1, 1, 0, 10, 0)]}
    parts = [
        {"offset": {"line": line, "column": column}, "map": {"sources": [name], "mappings": mappings(maps[name])}}
        for name, line, column in (("b.js", 3, 5), ("a.js", 0, 0))
    ]
    found = read_source_map(json.dumps({"version": 3, "sections": parts}).encode())
    assert found is not None
    assert found.origin(1, 1) == Origin("a.js", 5, 1)
    assert found.origin(4, 7) is None
    assert found.origin(4, 8) == Origin("b.js", 10, 1)
    assert found.origin(5, 2) == Origin("b.js", 11, 1)


def test_a_head_against_scripts_is_left_out() -> None:
    assert read_source_map(b")]}'\n" + source_map(["a.js"], [(0, 0, 0, 0, 0)]).encode()) is not None


@pytest.mark.parametrize(
    "text",
    [
        b"", b"x", b"[]", b"5", b"{}", b'{"version":2,"mappings":"","sources":[]}', b'{"version":3,"mappings":5}',
        b'{"version":3,"sources":{}}', b'{"version":3,"sections":[5]}', b"[" * 100_000, b"\xff\xfe", b")]}",
        b'{"version":3,"sections":[{"offset":{"line":"1","column":0},"map":{"mappings":""}}]}',
    ],
)  # fmt: skip
def test_what_is_no_map(text: bytes) -> None:
    assert read_source_map(text) is None


@pytest.mark.parametrize("text", ["!!!", "AA", "AAAAAA", "gggggggggggggggggggg", "g", "AAA\u00e9", "A A"])
def test_mappings_that_are_none(text: str) -> None:
    found = read_source_map(json.dumps({"version": 3, "sources": ["a.js"], "mappings": text}).encode())
    assert found is not None
    with pytest.raises(ValueError, match="no source map"):
        found.origin(1, 1)


@pytest.mark.parametrize("text", ["AADA", "ACAA", ";;;", "", ",,,", "AAAA,,AACA"])
def test_mappings_that_lead_nowhere(text: str) -> None:
    found = read_source_map(json.dumps({"version": 3, "sources": [], "mappings": text}).encode())
    assert found is not None
    assert [found.origin(line, 1) for line in (1, 2, 1000)] == [None] * 3


def test_places_that_are_asked_for_in_order_are_found_in_one_pass() -> None:
    def asked(count: int) -> int:
        found = read_source_map(source_map(["0.js"], [(0, 2 * at, 0, at, 0) for at in range(count)]).encode())
        assert found is not None
        with work() as done:
            lines = [origin.line for at in range(count) if (origin := found.origin(1, 2 * at + 1))]
        assert lines == list(range(1, count + 1))
        return done.calls

    assert asked(2000) < 3 * asked(1000)
