"""Batches: when definitions travel, what several tasks and pages send."""

from __future__ import annotations

from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.wxml": '<view wx:for="{{list}}">{{item}}</view>',
    "pages/p/p.js": "Page({ data: { list: [1] }, set(v) { this.setData(v); }, twice() { this.setData({ list: [1, 2] });"
    " Promise.resolve().then(() => this.setData({ list: [3] })); } })",
}


def load(page_id: int) -> dict[str, object]:
    return {"step": "load", "page_id": page_id, "path": "pages/p/p", "query": {}}


def test_definitions_travel_once() -> None:
    program = LogicProgram(FILES)
    program.launch()
    assert [op[0] for op in program.ops] == ["D", "D", "B"]
    program.open("pages/p/p")
    assert [op[0] for op in program.ops] == ["B"]


def test_definitions_travel_again_if_nobody_may_have_seen_them() -> None:
    program = LogicProgram(FILES)
    program.route("appLaunch", [load(1)], [1])
    first = program.ops
    program.route("redirectTo", [{"step": "unload", "page_id": 1}, load(2)], [2])
    assert program.ops[:2] == first[:2]
    program.paint()
    program.route("redirectTo", [{"step": "unload", "page_id": 2}, load(3)], [3])
    assert [op[0] for op in program.ops] == ["B"]


def test_a_task_with_its_microtasks_is_one_batch() -> None:
    program = LogicProgram(FILES)
    program.launch()
    before = len(program.of("dom"))
    program.call("twice")
    assert len(program.of("dom")) == before + 1
    assert program.view.text() == "3"


def test_what_is_created_and_dropped_between_flushes_never_travels() -> None:
    program = LogicProgram({**FILES, "pages/p/p.js": FILES["pages/p/p.js"].replace("[3]", "[1]")})
    program.launch()
    before = len(program.of("dom"))
    program.call("twice")
    assert len(program.of("dom")) == before


def test_a_batch_says_how_long_the_logic_layer_took() -> None:
    program = LogicProgram(FILES)
    program.launch()
    program.call("set", {"list": ["long" * 1000] * 20})
    batch = program.of("dom")[-1]
    assert batch["logic_ms"] > 0
    assert program.view.text() == "long" * 20_000
