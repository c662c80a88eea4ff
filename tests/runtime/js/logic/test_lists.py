"""wx:for: what is iterated, keys, minimal moves. Source: the framework guide."""

from __future__ import annotations

import bisect
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.logic_program import LogicProgram

KEYED = '<view wx:for="{{list}}" wx:key="id"><text wx:if="{{item.odd}}">odd</text>{{item.n}}|{{index}};</view>'
PLAIN = '<view wx:for="{{list}}">{{item}}-{{index}};</view>'


def start(wxml: str, data: str = "{list: []}") -> LogicProgram:
    script = f"Page({{ data: {data}, set(v) {{ this.setData(v); }} }})"
    program = LogicProgram({"pages/p/p.wxml": wxml, "pages/p/p.js": script})
    program.launch()
    return program


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([7, 8], "7-0;8-1;"), ({"x": 1, "y": None}, "1-x;null-y;"), ("ab", "a-0;b-1;"), (3, "0-0;1-1;2-2;"),
        (None, ""), (True, ""), (-1, ""), (1.5, "0-0;1-1;"), ("", ""),
    ],
)  # fmt: skip
def test_what_is_iterated(value: Any, text: str) -> None:
    program = start(PLAIN)
    program.call("set", {"list": value})
    assert program.view.text() == text


def test_without_key_rows_are_reused_by_position() -> None:
    program = start(PLAIN, "{list: [1, 2]}")
    program.call("set", {"list": [0, 1, 2]})
    assert [op[0] for op in program.ops] == ["C", "U", "U"]
    program.call("set", {"list": [0]})
    assert program.ops == [["R", 1, 0, 1, 2]]


def test_one_changed_row_touches_one_row() -> None:
    program = start(KEYED, "{list: [{id: 1, n: 1}, {id: 2, n: 2}, {id: 3, n: 3}]}")
    program.call("set", {"list[1].n": 5})
    assert [op[:2] for op in program.ops] == [["U", 3]]
    program.call("set", {"list": [{"id": 1, "n": 1}, {"id": 2, "n": 6}, {"id": 3, "n": 3}]})
    assert [op[:2] for op in program.ops] == [["U", 3]]


def test_repeated_keys_are_told_apart_and_spoken_of_once() -> None:
    program = start(KEYED)
    for n in (1, 2):
        program.call("set", {"list": [{"id": 1, "n": n}, {"id": 1, "n": 2}, {"n": 3}, {"n": 4}]})
    assert program.view.text() == "2|0;2|1;3|2;4|3;"
    assert len([text for text in program.notices() if "not unique" in text]) == 1


@pytest.mark.parametrize(
    ("key", "is_told"), [("index", False), ("*this", True), ("id", True), ("indexes", True), ("item", True)]
)
def test_repeated_keys_are_told_but_for_the_name_of_the_index(key: str, *, is_told: bool) -> None:
    program = start(f'<view wx:for="{{{{list}}}}" wx:key="{key}">{{{{item}}}};</view>', "{list: ['a', 'a', 'b']}")
    assert program.view.text() == "a;a;b;"
    program.call("set", {"list": ["b", "a", "a", "b"]})
    assert program.view.text() == "b;a;a;b;"
    assert any("not unique" in text for text in program.notices()) is is_told


def test_nested_loops_follow_the_outer_item() -> None:
    wxml = """<block wx:for="{{list}}" wx:for-item="row" wx:for-index="r" wx:key="id">
      <text wx:for="{{row.cells}}" wx:for-item="cell" wx:key="*this">{{row.id}}{{cell}}{{r}}{{index}} </text></block>"""
    program = start(wxml, "{list: [{id: 'a', cells: [1, 2]}, {id: 'b', cells: [3]}]}")
    assert program.view.text() == "a100 a201 b310 "
    program.call("set", {"list[0].id": "z"})
    assert program.view.text() == "z100 z201 b310 "


def test_two_rows_that_change_places_are_two_moves() -> None:
    program = start(KEYED, "{list: [1, 2, 3, 4, 5, 6].map((id) => ({ id, n: id }))}")
    program.call("set", {"list": [{"id": key, "n": key} for key in (1, 5, 3, 4, 2, 6)]})
    assert [op for op in program.ops if op[0] == "M"] == [["M", 1, 0, 4, 1], ["M", 1, 0, 2, 4]]
    assert program.view.text() == "1|0;5|1;3|2;4|3;2|4;6|5;"


Rows = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2)), max_size=10, unique_by=lambda row: row[0])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(Rows, min_size=1, max_size=4))
def test_a_keyed_update_is_a_fresh_render_with_minimal_moves(versions: list[list[tuple[int, int]]]) -> None:
    program = start(KEYED)
    before: list[int] = []
    for rows in versions:
        program.ops = []
        program.call("set", {"list": [{"id": key, "n": n, "odd": n % 2} for key, n in rows]})
        expected = "".join(f"{'odd' if n % 2 else ''}{n}|{index};" for index, (_key, n) in enumerate(rows))
        assert program.view.text() == expected
        keys = [key for key, _n in rows]
        kept = [before.index(key) for key in keys if key in before]
        moves = [op for op in program.ops if op[0] == "M"]
        assert len(moves) == len(kept) - _longest_increasing(kept)
        assert sum(op[5][1] for op in program.ops if op[0] == "C" and op[1] == 1) == len(keys) - len(kept)
        before = keys


def _longest_increasing(numbers: list[int]) -> int:
    tails: list[int] = []
    for number in numbers:
        place = bisect.bisect_left(tails, number)
        tails[place : place + 1] = [number]
    return len(tails)
