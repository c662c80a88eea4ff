"""The functions of the program's console: what each message says, and in which groups it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram, plain

FILES = {"pages/a/a.wxml": "<view/>", "pages/a/a.js": "Page({})"}


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    made = LogicProgram(FILES)
    made.launch()
    return made


def said(program: LogicProgram, code: str) -> list[dict[str, Any]]:
    """The messages that some code makes."""
    before = len(program.of("log"))
    program.evaluate(code)
    return program.of("log")[before:]


def texts(program: LogicProgram, code: str) -> list[tuple[str, Any]]:
    """Levels and first values."""
    return [(one["level"], plain(one["args"][0])) for one in said(program, code)]


def test_groups_have_numbers_and_what_is_in_them_tells_them(program: LogicProgram) -> None:
    code = """console.group('a'); console.groupCollapsed(); console.log(1); console.groupEnd(); console.warn(2);
      console.groupEnd(); console.groupEnd(); console.log(3)"""
    outer, inner, one, two, three = said(program, code)
    assert (outer["form"], inner["form"], plain(inner["args"][0])) == (
        "group", "group-collapsed", "console.groupCollapsed",
    )  # fmt: skip
    assert outer.get("groups", []) == []
    assert inner["groups"] == [outer["opens"]]
    assert one["groups"] == [outer["opens"], inner["opens"]]
    assert two["groups"] == [outer["opens"]]
    assert three.get("groups", []) == []


def test_very_many_groups_are_told_apart_up_to_a_depth_and_end_in_order(program: LogicProgram) -> None:
    many = said(program, "let i; for (i = 0; i < 999; i++) console.group(i); while (i-- > 1) console.groupEnd()")
    assert len(many) == 999
    assert len(json.dumps(many[-1])) < 2_000
    (log,) = said(program, "console.log('in the first')")
    assert log["groups"] == [many[0]["opens"]]
    assert said(program, "console.groupEnd(); console.log('out')")[0].get("groups", []) == []


def test_counts(program: LogicProgram) -> None:
    code = "console.count(); console.count('a'); console.count(); console.countReset(); console.count()"
    assert texts(program, code) == [("log", text) for text in ("default: 1", "a: 1", "default: 2", "default: 1")]
    assert texts(program, "console.countReset('no')") == [("warn", "Count for 'no' does not exist")]


def test_times(program: LogicProgram) -> None:
    code = "console.time('t'); console.time('t'); console.timeLog('t', 7); console.timeEnd('t'); console.timeEnd('t')"
    messages = texts(program, code)
    assert messages[0] == ("warn", "Timer 't' already exists")
    assert [text.startswith("t: ") and text.endswith(" ms") for _, text in messages[1:3]] == [True, True]
    assert messages[3] == ("warn", "Timer 't' does not exist")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("console.assert(true, 'no')", []),
        ("console.assert(false)", [("error", "Assertion failed: console.assert")]),
        ("console.assert(0, 'x is %d', 7)", [("error", "Assertion failed: x is %d")]),
        ("console.assert(null, {a: 1})", [("error", "Assertion failed:")]),
        ("console.dir({a: 1}, {depth: 0})", [("log", {"a": 1})]),
        ("console.table('no table')", [("log", "no table")]),
    ],
)
def test_short_ones(program: LogicProgram, call: str, expected: list[tuple[str, Any]]) -> None:
    assert texts(program, call) == expected


def test_a_table_is_the_value_and_its_columns(program: LogicProgram) -> None:
    (message,) = said(program, "console.table([{a: 1, b: 2}], ['b'])")
    assert (message["form"], [plain(one) for one in message["args"]]) == ("table", [[{"a": 1, "b": 2}], ["b"]])


def test_a_trace_has_its_frames(program: LogicProgram) -> None:
    (message,) = said(program, "(function outer() { console.trace() })()")
    assert (message["form"], plain(message["args"][0])) == ("trace", "console.trace")
    assert message["stack"][0]["function"] == "outer"


def test_clearing_ends_all_groups(program: LogicProgram) -> None:
    messages = said(program, "console.group('a'); console.clear(); console.log(1)")
    assert (messages[1]["form"], messages[2].get("groups", [])) == ("clear", [])
