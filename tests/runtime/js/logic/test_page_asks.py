"""What the phone asks a page when its user shares it, keeps it or leaves: what the callback gets, what counts."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

TEMPLATE = '<button id="b" class="s" open-type="share" data-k="{{k}}"/>'


def start(callback: str, template: str = TEMPLATE) -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": template, "pages/p/p.js": f"Page({{ data: {{ k: 1 }}, {callback} }})"})
    program.launch()
    return program


def ask(program: LogicProgram, name: str = "onShareAppMessage", detail: Any = None, event: Any = None) -> Any:
    program.send(m="ask-page", request_id=9, page_id=1, name=name, detail=detail or {}, event=event)
    while not program.of("inspected") and (delay := program.engine.run_task()) >= 0:
        time.sleep(delay / 1000)
    return program.last("inspected")["value"]


def test_a_button_is_the_target() -> None:
    program = start("onShareAppMessage(o) { console.log(o.from, o.target.id, o.target.dataset); return {} }")
    number, node = program.view.find(id="b")
    ask(program, detail={"from": "button"}, event={"id": number, "node": node, "type": "opentype"})
    assert program.logs() == [["button", "b", {"k": 1}]]


def test_the_menu_has_no_target() -> None:
    program = start("onShareAppMessage(o) { console.log(o.from, 'target' in o, 'webViewUrl' in o) }")
    assert ask(program, detail={"from": "menu"}) == {"isDefined": True, "result": {}}
    assert program.logs() == [["menu", False, False]]


def test_the_address_of_a_page_of_the_web_goes_along() -> None:
    program = start(
        "url: 'https://x.y/z', onLoad() { this.setData({ u: this.url }) },"
        " onAddToFavorites(o) { console.log(o.webViewUrl); return { title: 'T', query: 'a=1' } }",
        '<web-view src="{{u}}"/>',
    )
    assert ask(program, "onAddToFavorites") == {"isDefined": True, "result": {"title": "T", "query": "a=1"}}
    assert program.logs() == ["https://x.y/z"]


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ("{title: 'T', path: '/x'}", {"title": "T", "path": "/x"}),
        ("{title: 'T', promise: Promise.resolve({title: 'late'})}", {"title": "late"}),
        ("{title: 'T', promise: new Promise((r) => setTimeout(() => r({title: 'late'}), 20))}", {"title": "late"}),
        ("{title: 'T', promise: Promise.reject(new Error('no'))}", {"title": "T"}),
        ("{title: 'T', promise: 5}", {"title": "T", "promise": 5}),
        ("undefined", {}),
        ("null", {}),
        ("5", {}),
        ("{title: 'T', f() {}}", {"title": "T"}),
        ("(() => { const o = {}; o.o = o; return o })()", {}),
        ("(() => { throw new Error('x') })()", {}),
    ],
)
def test_what_a_callback_gives(given: str, counts: dict[str, Any]) -> None:
    assert ask(start(f"onShareAppMessage() {{ return {given} }}")) == {"isDefined": True, "result": counts}


def test_a_promise_that_takes_too_long_counts_for_nothing() -> None:
    program = start("onShareAppMessage() { return {title: 'T', promise: new Promise(() => {})} }")
    program.send(m="ask-page", request_id=9, page_id=1, name="onShareAppMessage")
    assert program.of("inspected") == []
    assert 2900 < program.engine.run_task() <= 3000


def test_a_callback_that_is_itself_a_promise_is_not_waited_for() -> None:
    program = start("async onShareAppMessage() { return {title: 'T'} }")
    assert ask(program) == {"isDefined": True, "result": {}}
    assert "return { promise }" in program.notices()[0]


def test_a_page_without_the_callback_and_a_page_that_is_gone() -> None:
    program = start("")
    assert ask(program) == {"isDefined": False, "result": {}}
    program.send(m="ask-page", request_id=9, page_id=77, name="onShareAppMessage")
    assert program.last("inspected")["value"] == {"isDefined": False, "result": {}}


def test_a_page_finds_what_was_saved_at_its_last_end() -> None:
    files = {
        "pages/p/p.wxml": "p",
        "pages/p/p.js": "Page({ onLoad() { console.log(this.exitState) } })",
        "pages/q/q.wxml": "q",
        "pages/q/q.js": "Page({ onLoad() { console.log(this.exitState) } })",
    }
    state = {"exit_state": {"path": "pages/p/p", "data": {"a": 1}}}
    program = LogicProgram(files, settings=state)
    program.launch("pages/p/p")
    program.open("pages/p/p")
    assert program.logs() == [{"a": 1}, None]
    other = LogicProgram(files, settings=state)
    other.launch("pages/q/q")
    assert other.logs() == [None]
