"""Batches for a screen that comes later: the last value of each place, everything else as it was."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.replay.batches import definitions, operations, without_overwritten

UPDATES = st.tuples(
    st.just("U"),
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(0, 2), st.text(max_size=2)), max_size=3).map(
        lambda pairs: [member for pair in pairs for member in pair]
    ),
)
OTHERS = st.sampled_from([["C", 1, 0, 0, 0, [4]], ["R", 1, 0, 0, 1], ["G"], ["U+"]])


def batch(*ops: Any) -> list[Any]:
    return operations(json.dumps(ops).encode())


def read(ops: list[Any]) -> list[Any]:
    return [json.loads(bytes(one)) for one in ops]


def values(batches: list[list[Any]]) -> dict[Any, Any]:
    """What a screen has come to: by instance and place."""
    found = {}
    for ops in batches:
        for letter, *rest in ops:
            if letter == "U":
                instance, given = rest
                for at in range(0, len(given), 2):
                    found[(instance, given[at])] = given[at + 1]
    return found


@given(st.lists(st.lists(st.one_of(UPDATES, OTHERS), max_size=4), max_size=8))
def test_a_screen_comes_to_the_same_and_nothing_is_written_twice(batches: list[list[Any]]) -> None:
    kept = [read(ops) for ops in without_overwritten([batch(*ops) for ops in batches])]
    assert len(kept) == len(batches)
    assert values(kept) == values(batches)
    others = [[[*op] for op in ops if op[0] != "U"] for ops in batches]
    assert [[op for op in ops if op[0] != "U"] for ops in kept] == others
    written = [(op[1], op[2][at]) for ops in kept for op in ops if op[0] == "U" for at in range(0, len(op[2]), 2)]
    assert len(written) == len(set(written))


def test_values_stay_where_they_were_written_last() -> None:
    kept = without_overwritten([batch(["U", 1, [0, "a", 1, "b"]], ["C", 2]), batch(["R", 2], ["U", 1, [0, "c"]])])
    assert [read(ops) for ops in kept] == [[["U", 1, [1, "b"]], ["C", 2]], [["R", 2], ["U", 1, [0, "c"]]]]


def test_definitions_are_those_of_blocks_and_wxs() -> None:
    ops = batch(["D", 1, {}], ["B", 0, []], ["V", "a.wxs", "x"], ["P", 1, {}], ["U", 1, [0, "D"]])
    assert read(list(definitions(ops))) == [["D", 1, {}], ["V", "a.wxs", "x"]]
