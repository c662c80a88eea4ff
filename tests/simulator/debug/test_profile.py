"""A profile of the logic layer: order, totals, and the file for other tools."""

from __future__ import annotations

import json

from simulator.debug.profile import Function, Profile, Ran, cpuprofile_text, profile_of

FUNCTIONS = (Function("outer", "a.js", 1, 1), Function("inner", "a.js", 5, 3))
# As a program tells of them: what ends first comes first.
TOLD = [1, 10, 20, 1, 1, 40, 10, 1, 0, 0, 60, 0, 1, 100, 5, 0]


def profile() -> Profile:
    return profile_of(1e12, TOLD, 0, FUNCTIONS)


def test_calls_stand_in_the_order_of_their_begin() -> None:
    assert profile().calls == (Ran(0, 0, 60, 0), Ran(1, 10, 20, 1), Ran(1, 40, 10, 1), Ran(1, 100, 5, 0))
    assert profile().length_us == 105


def test_totals_tell_own_time_and_all_of_it() -> None:
    assert profile().totals() == [(FUNCTIONS[1], 3, 35, 35), (FUNCTIONS[0], 1, 30, 60)]
    recursive = profile_of(0, [0, 10, 20, 1, 0, 0, 60, 0], 0, FUNCTIONS)
    assert recursive.totals() == [(FUNCTIONS[0], 2, 60, 60)]


def test_what_makes_no_sense_is_left_out() -> None:
    hostile = [9, 0, 1, 0, -1, 0, 1, 0, 0, -5, 1, 0, 0, 0, -1, 0, 0, 5, 1, 900, 7, 7]
    assert profile_of(0, hostile, 0, FUNCTIONS).calls == (Ran(0, 5, 1, 0),)


def test_calls_in_one_that_had_no_room_stand_in_its_place() -> None:
    assert profile_of(0, [1, 10, 20, 3, 1, 40, 10, 3], 0, FUNCTIONS).calls == (Ran(1, 10, 20, 0), Ran(1, 40, 10, 0))


def test_calls_too_short_to_measure_keep_their_place() -> None:
    instant = profile_of(0, [1, 5, 0, 1, 0, 5, 0, 0], 0, FUNCTIONS)
    assert instant.calls == (Ran(0, 5, 0, 0), Ran(1, 5, 0, 1))


def test_the_file_says_at_which_function_the_program_was_when() -> None:
    read = json.loads(cpuprofile_text(profile()))
    names = {node["id"]: node["callFrame"]["functionName"] for node in read["nodes"]}
    at, time_us, seen = [], 0, {}
    for sample, delta in zip(read["samples"], read["timeDeltas"], strict=True):
        time_us += delta
        seen[time_us] = names[sample]
    at = sorted(seen.items())
    assert at == [
        (0, "outer"), (10, "inner"), (30, "outer"), (40, "inner"), (50, "outer"), (60, "(idle)"), (100, "inner"),
        (105, "(idle)"),
    ]  # fmt: skip
    outer = next(node for node in read["nodes"] if node["callFrame"]["functionName"] == "outer")
    assert [names[child] for child in outer["children"]] == ["inner"]
    assert outer["callFrame"] == {
        "functionName": "outer", "scriptId": "0", "url": "a.js", "lineNumber": 0, "columnNumber": 0,
    }  # fmt: skip
    assert read["endTime"] == 105


def test_nothing_ran() -> None:
    empty = profile_of(0, [], 0, FUNCTIONS)
    assert (empty.totals(), empty.length_us) == ([], 0)
    assert json.loads(cpuprofile_text(empty))["samples"] == [2]
