"""A value that the user edits in a panel: set as the program itself would, refused with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.wxml": "<text>{{a.b[0]}}</text><tally/>",
    "pages/p/p.js": "Page({ data: { a: { b: [1, 2] } } })",
    "pages/p/p.json": '{"usingComponents": {"tally": "/tally"}}',
    "tally.js": "Component({ data: { n: 1 }, observers: { n(n) { if (n === 13) throw new Error('unlucky'); } } })",
    "tally.json": '{"component": true}',
    "tally.wxml": "<text>{{n}}</text>",
}


@pytest.fixture
def program() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch()
    return program


def edit(program: LogicProgram, data: dict[str, Any], ref: list[int] | None = None, page_id: int = 1) -> dict[str, Any]:
    program.send(m="set-data", request_id=9, page_id=page_id, data=data, ref=ref or [])
    return program.last("evaluated")


def component(program: LogicProgram) -> list[int]:
    program.send(m="inspect", request_id=8, what="components", page_id=1)
    ref: list[int] = program.last("inspected")["value"][0]["ref"]
    return ref


def test_a_path_of_the_page_is_set_and_drawn(program: LogicProgram) -> None:
    assert edit(program, {"a.b[0]": "new"}).get("error") is None
    assert program.evaluate("page.data.a") == {"b": ["new", 2]}
    assert "new" in program.view.text()


def test_a_component_is_set_by_its_place(program: LogicProgram) -> None:
    assert edit(program, {"n": 5}, component(program)).get("error") is None
    assert "5" in program.view.text()


def test_who_is_gone_is_an_error(program: LogicProgram) -> None:
    for answer in (edit(program, {"n": 5}, [999, 0]), edit(program, {"n": 5}, page_id=77)):
        assert "no longer there" in answer["error"]


def test_what_setting_throws_is_the_answer_or_the_programs_error(program: LogicProgram) -> None:
    program.evaluate("void (page.setData = () => { throw new TypeError('mine') })")
    assert edit(program, {"a": 1})["error"] == "TypeError: mine"
    edit(program, {"n": 13}, component(program))
    assert any("unlucky" in error for error in program.errors())
