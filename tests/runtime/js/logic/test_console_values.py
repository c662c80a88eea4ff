"""What the console's evaluator sees beside the program, and values that are taken along."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram, plain

FILES = {
    "pages/a/a.wxml": '<view id="box" data-kind="x" class="c">t</view><card id="card"/>',
    "pages/a/a.js": "Page({ data: { n: 1 } })",
    "pages/a/a.json": '{"usingComponents": {"card": "/card/card"}}',
    "card/card.wxml": "<text>card</text>",
    "card/card.js": "Component({ data: { inside: 7 } })",
    "app.js": "App({ globalData: 5 })",
}


@pytest.fixture
def program() -> LogicProgram:
    made = LogicProgram(FILES)
    made.launch()
    return made


def value(program: LogicProgram, code: str, **fields: Any) -> Any:
    program.send(m="evaluate", request_id=3, code=code, page_id=program.page_id, **fields)
    answer = program.last("evaluated")
    return answer.get("error") or plain(answer["value"])


def refs(program: LogicProgram) -> dict[str, list[int]]:
    program.send(m="inspect", request_id=4, what="tree", page_id=program.page_id)
    return {node["attr"]["id"]: node["ref"] for node in program.last("inspected")["value"]}


def test_the_page_the_app_and_the_data(program: LogicProgram) -> None:
    assert value(program, "[$data.n, $page === page, $app === getApp(), $app.globalData]") == [1, True, True, 5]


def test_the_last_value_is_kept_if_it_is_to_be(program: LogicProgram) -> None:
    assert value(program, "7 + 1", keeps=True) == 8
    assert value(program, "99") == 99
    assert value(program, "$_ + 1", keeps=True) == 9
    assert value(program, "Promise.resolve('later')", keeps=True) == "later"
    assert value(program, "$_") == "later"
    assert value(program, "await Promise.resolve($_ + '!')", keeps=True) == "later!"


def test_the_chosen_node(program: LogicProgram) -> None:
    places = refs(program)
    assert value(program, "$0") == "undefined" or value(program, "$0") is None
    assert value(program, "[$0.tag, $0.dataset.kind, $0.attributes.class]", chosen=places["box"]) == ["view", "x", "c"]
    assert value(program, "$0.data.inside", chosen=places["card"]) == 7
    for gone in ([99999, 0], [places["box"][0], 99999], [1, 2, 3]):
        assert value(program, "typeof $0", chosen=gone) == "undefined"


def test_a_value_becomes_a_global_variable(program: LogicProgram) -> None:
    program.send(m="evaluate", request_id=3, code="({ a: [1] })", page_id=program.page_id)
    number = program.last("evaluated")["value"]["id"]
    for name in ("temp1", "temp2"):
        program.send(m="store-value", request_id=5, object_id=number)
        assert program.last("evaluated")["json"] == name
    assert value(program, "temp1 === temp2 && temp1.a[0]") == 1
    program.send(m="store-value", request_id=5, object_id=123456)
    assert "no longer kept" in program.last("evaluated")["error"]


@pytest.mark.parametrize(
    ("code", "text", "error"),
    [
        ("({ a: [1] })", '{\n  "a": [\n    1\n  ]\n}', ""),
        ("const o = {}; o.o = o; o", "", "circular"),
        ("({ get a() { throw new Error('mine') } })", "", "mine"),
        ("({ toJSON() { return undefined } })", "", "no word"),
    ],
)
def test_a_value_as_json(program: LogicProgram, code: str, text: str, error: str) -> None:
    program.send(m="evaluate", request_id=3, code=code, page_id=program.page_id)
    program.send(m="write-value", request_id=6, object_id=program.last("evaluated")["value"]["id"])
    answer = program.last("evaluated")
    assert (answer.get("json", ""), error in answer.get("error", "")) == (text, True)
