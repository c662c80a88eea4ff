"""What clients of the debugger do with values behind handles: call functions on them, list members, let them go."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

PAGE = """
Page({
  data: { items: [1, 2] },
  onLoad() {
    this.thing = Object.create({ inherited: 1 }, {
      plain: { value: 1, enumerable: true },
      slow: { get() { globalThis.asked = true; return 2 } },
      [Symbol('s')]: { value: 3 },
    })
    this.map = new Map([['a', { b: 1 }]])
    this.circle = {}
    this.circle.me = this.circle
  },
})
"""


@pytest.fixture
def program() -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": PAGE})
    program.launch()
    return program


def evaluated(program: LogicProgram, code: str, **more: Any) -> dict[str, Any]:
    program.send(m="evaluate", request_id=9, page_id=1, code=code, **more)
    return program.last("evaluated")


def handle(program: LogicProgram, code: str) -> int:
    number: int = evaluated(program, code, form="handle")["value"]["id"]
    return number


def members(program: LogicProgram, object_id: int, **more: Any) -> Any:
    program.send(m="list-members", request_id=9, object_id=object_id, **more)
    return program.last("inspected")["value"]


def called(program: LogicProgram, declaration: str, object_id: int = 0, **more: Any) -> dict[str, Any]:
    program.send(m="call-function", request_id=9, declaration=declaration, object_id=object_id, **more)
    return program.last("evaluated")


@pytest.mark.parametrize("code", ["() => 1", "new Error('x')", "new Date(0)", "/x/", "Symbol('x')", "[]", "({})"])
def test_whatever_is_no_primitive_has_a_handle(program: LogicProgram, code: str) -> None:
    assert handle(program, code) > 0


@pytest.mark.parametrize(
    ("code", "json"), [("({ a: [1, 'x', null] })", '{"a":[1,"x",null]}'), ("undefined", ""), ("'ä'", '"ä"')]
)
def test_a_value_as_json(program: LogicProgram, code: str, json: str) -> None:
    assert evaluated(program, code, form="json").get("json", "") == json


def test_a_circle_is_no_json(program: LogicProgram) -> None:
    assert "circular" in evaluated(program, "this.circle", form="json")["error"].lower()


def test_what_was_thrown_has_a_handle(program: LogicProgram) -> None:
    answer = evaluated(program, "throw new TypeError('no')", form="handle")
    assert answer["error"] == "TypeError: no"
    assert answer["value"]["t"] == "error"
    assert answer["value"]["id"] > 0


def test_members_are_listed_as_they_are_defined(program: LogicProgram) -> None:
    listed = members(program, handle(program, "this.thing"))
    by_name = {member["name"]: member for member in listed["members"]}
    assert list(by_name) == ["plain", "slow", "Symbol(s)"]
    assert by_name["plain"]["value"] == {"t": "number", "v": 1}
    assert (by_name["plain"]["enumerable"], by_name["plain"]["writable"]) == (True, False)
    assert by_name["slow"]["get"]["t"] == "function"
    assert by_name["Symbol(s)"]["symbol"]["id"] > 0
    assert [name for name, _ in listed["inner"]] == ["[[Prototype]]"]
    assert evaluated(program, "typeof globalThis.asked")["value"]["v"] == "undefined", "a getter has run"


def test_members_of_prototypes_on_request(program: LogicProgram) -> None:
    thing = handle(program, "this.thing")
    own = {member["name"]: member["own"] for member in members(program, thing, inherited=True)["members"]}
    assert own["plain"] is True
    assert own["inherited"] is False
    assert "hasOwnProperty" in own
    assert [member["name"] for member in members(program, thing, accessors_only=True)["members"]] == ["slow"]


def test_entries_of_a_map(program: LogicProgram) -> None:
    inner = dict(members(program, handle(program, "this.map"))["inner"])
    (entry, *_) = members(program, inner["[[Entries]]"]["id"])["members"]
    names = [member["name"] for member in members(program, entry["value"]["id"])["members"]]
    assert names == ["key", "value"]


@pytest.mark.parametrize(
    "code",
    [
        "new Proxy({}, { ownKeys() { throw 1 } })",
        "new Proxy({}, { getPrototypeOf() { throw 1 } })",
        "Object.create(Map.prototype)",
    ],
)
def test_things_that_refuse_have_no_members(program: LogicProgram, code: str) -> None:
    assert members(program, handle(program, code)) == {"members": [], "inner": []}


def test_a_function_is_called_on_a_value_with_arguments(program: LogicProgram) -> None:
    items = handle(program, "this.data.items")
    arguments = [{"object_id": items}, {"value": 5}, {"number": "-0"}, {"number": "3n"}, {"is_undefined": True}]
    declaration = "function (a, b, c, d, e) { return [this === a, b, Object.is(c, -0), d === 3n, e === undefined] }"
    answer = called(program, declaration, items, arguments=arguments, form="json")
    assert answer["json"] == "[true,5,true,true,true]"


def test_what_a_promise_comes_to(program: LogicProgram) -> None:
    declaration = "async () => ({ done: 1 })"
    assert called(program, declaration, await_promise=True, form="json")["json"] == '{"done":1}'
    assert called(program, declaration)["value"]["cls"] == "Promise"
    answer = called(program, "async () => { throw new Error('late') }", await_promise=True)
    assert answer["error"] == "Error: late"


def test_a_declaration_that_is_none_is_an_error(program: LogicProgram) -> None:
    assert "SyntaxError" in called(program, "function (")["error"]
    assert called(program, "1")["error"] != ""


def test_what_was_released_is_gone(program: LogicProgram) -> None:
    thing = handle(program, "this.thing")
    program.send(m="release", object_ids=[thing])
    assert members(program, thing) is None
    assert called(program, "function () {}", thing)["error"] == "Error: the object is no longer kept"
