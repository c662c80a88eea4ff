"""What one node carries and sees: dataset, marks, handlers, properties with types, loop variables, given data."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from runtime.protocol.previews import NodeFacts
from simulator.bridge.preview import Preview, members
from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.wxml": (
        '<block wx:for="{{rows}}"><view wx:for="{{item.cells}}" wx:for-item="cell" data-n="{{cell}}" mark:m="a"'
        ' bindtap="go" catch:longpress="{{handler}}"/></block>'
        '<card count="{{2}}" /><template name="t"><text>{{x}}</text></template><template is="t" data="{{x: 1}}"/>'
    ),
    "pages/p/p.js": "Page({ data: { rows: [{ cells: [7] }], handler: 'stop' }, go() {}, stop() {} })",
    "pages/p/p.json": '{"usingComponents": {"card": "/card"}}',
    "card.js": (
        "Component({ properties: { count: Number, any: null,"
        " both: { type: String, optionalTypes: [Array], value: 'b' } }, data: { own: { deep: 1 } } })"
    ),
    "card.json": '{"component": true}',
    "card.wxml": "<text>{{count}}</text>",
}


def plain(value: Preview) -> Any:
    """The value that a complete preview stands for."""
    if value["t"] == "array":
        return [plain(one) for _, one in members(value)]
    return {name: plain(one) for name, one in members(value)} if value["t"] == "object" else value.get("v")


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch()
    return program


def nodes(program: LogicProgram) -> list[dict[str, Any]]:
    program.send(m="inspect", request_id=8, what="tree", page_id=1)
    found: list[dict[str, Any]] = []
    waiting = list(program.last("inspected")["value"])
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, dict):
            found.append(one)
            waiting += one["children"]
    return found


def facts(program: LogicProgram, tag: str) -> dict[str, Any]:
    ref = next(one["ref"] for one in nodes(program) if one["tag"] == tag)
    program.send(m="inspect", request_id=9, what="node", page_id=1, ref=ref)
    value: dict[str, Any] = program.last("inspected")["value"]
    msgspec.convert(value, NodeFacts)
    return value


def test_a_plain_node(program: LogicProgram) -> None:
    found = facts(program, "view")
    assert (found["owner"], found["owner_ref"], found["file"]) == ("pages/p/p", [], "pages/p/p.wxml")
    assert (plain(found["dataset"]), plain(found["mark"])) == ({"n": 7}, {"m": "a"})
    assert found["handlers"] == [["bind:tap", "go"], ["catch:longpress", "stop"]]
    assert [plain(one) for one in found["loop"]] == [{"cells": [7]}, 0, 7, 0]
    assert found.keys().isdisjoint({"is", "given"})


def test_a_component(program: LogicProgram) -> None:
    found = facts(program, "card")
    assert found["is"] == "card"
    assert [(name, kind, plain(value)) for name, kind, value in found["properties"]] == [
        ("count", "Number", 2), ("any", "any", None), ("both", "String | Array", "b"),
    ]  # fmt: skip
    assert plain(found["data"]) == {"own": {"deep": 1}}


def test_the_data_of_a_template(program: LogicProgram) -> None:
    texts = [one for one in nodes(program) if one["tag"] == "text"]
    program.send(m="inspect", request_id=9, what="node", page_id=1, ref=texts[0]["ref"])
    assert plain(program.last("inspected")["value"]["given"]) == {"x": 1}


@pytest.mark.parametrize("ref", [[], [999, 0], [1, 999]])
def test_a_node_that_is_gone(program: LogicProgram, ref: list[int]) -> None:
    program.send(m="inspect", request_id=9, what="node", page_id=1, ref=ref)
    assert program.last("inspected").get("value") is None
