"""What only shows in the running program when its scripts are evaluated anew: obstacles, and what instances take."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

PAGE = "pages/p/p.js"
WXML = '<view class="t" bindtap="t">{{n}}</view>'


def started(script: str, wxml: str = WXML, **more: str) -> tuple[LogicProgram, dict[str, str]]:
    files = {"pages/p/p.wxml": wxml, PAGE: script, **{path.replace("__", "/"): text for path, text in more.items()}}
    program = LogicProgram(files)
    program.launch()
    return program, files


def swapped(script: str, changed: str, *, taps: int = 0, **more: str) -> tuple[LogicProgram, Any]:
    """The program after a page's script has changed, and the obstacle (`code name`; empty if there is none)."""
    program, files = started(script, **more)
    for _ in range(taps):
        program.tap(class_="t")
    answer = program.patch({**files, PAGE: changed}, scripts=[PAGE])
    obstacle = answer.get("obstacle") or {"code": "", "name": ""}
    return program, f"{obstacle['code']} {obstacle['name']}".strip()


def test_a_script_that_registers_nothing_this_time() -> None:
    cached = "if (!getApp().done) { getApp().done = true; Page({ data: { n: 1 } }) }"
    assert swapped(cached, cached + "\n")[1] == "registers-nothing"


def test_a_page_that_another_file_registers() -> None:
    lib = {"lib.js": "exports.define = (options) => Page(options)"}
    script = "require('../../lib').define({ data: { n: 1 } })"
    assert swapped(script, script + "\n", **lib)[1] == "registered-elsewhere"
    own = "require('../../lib'); Page({ data: { n: 1 } })"
    assert swapped(own, script, **lib)[1] == "registered-elsewhere"
    assert swapped(script, own, **lib)[1] == "registered-elsewhere"


def test_a_constructor_that_the_app_has_replaced_is_another_file() -> None:
    app = "const own = Page; Page = (options) => own({ ...options, extra: 1 }); App({})"
    script = "Page({ data: { n: 1 } })"
    assert swapped(script, script + "\n", **{"app.js": app})[1] == "registered-elsewhere"


@pytest.mark.parametrize(
    "hostile",
    [
        "Error.prepareStackTrace = () => 'nowhere'",
        "Error = function () {}",
        "String.prototype.lastIndexOf = () => 0",
        "Reflect.set = () => false",
        "Object.freeze(Error)",
    ],
)
def test_who_registers_is_seen_whatever_the_program_does_to_errors(hostile: str) -> None:
    script = "Page({ data: { n: 1 } })"
    assert swapped(script, script + "\n", **{"app.js": f"{hostile}; App({{}})"})[1] == ""


def test_a_program_that_hides_who_registers_restarts() -> None:
    script = "Page({ data: { n: 1 } })"
    program, obstacle = swapped(script, script + "\n", **{"app.js": "Error.stackTraceLimit = 0; App({})"})
    assert obstacle == "registered-elsewhere"
    assert program.errors() == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Page({ data: { n: 1 } })", "Component({ data: { n: 1 } })"),
        ("Component({ data: { n: 1 } })", "Page({ data: { n: 1 } })"),
        ("Component({ properties: { n: Number } })", "Component({ properties: { n: String } })"),
        ("Component({ properties: { n: Number } })", "Component({ properties: { n: Number, m: Number } })"),
        ("Component({ properties: { n: Number } })", "Component({ properties: {} })"),
        (
            "Component({ properties: { n: { type: Number } } })",
            "Component({ properties: { n: { type: Number, optionalTypes: [String] } } })",
        ),
        ("Component({ options: {} })", "Component({ options: { multipleSlots: true } })"),
        ("Component({ options: {} })", "Component({ options: { styleIsolation: 'apply-shared' } })"),
        ("Component({ options: {} })", "Component({ options: { virtualHost: true } })"),
        ("Component({ options: {} })", "Component({ options: { pureDataPattern: /^_/ } })"),
        ("Component({})", "Component({ externalClasses: ['my-class'] })"),
        ("Component({})", "Component({ relations: { '/c/c': { type: 'child' } } })"),
        ("Component({})", "Component({ behaviors: [Behavior({ properties: { m: Number } })] })"),
    ],
)
def test_what_instances_are_built_by_cannot_change(before: str, after: str) -> None:
    assert swapped(before, after)[1] == "other-structure"
    assert swapped(before, before + "\n")[1] == ""


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("this.draw = () => 1", "draw"),
        ("this.draw = function () {}", "draw"),
        ("this.draw = this.t.bind(this)", "draw"),
        ("this.kept = this.t", "kept"),
        ("this.state = { list: [{ on: () => 1 }] }", "state"),
        ("this.map = new Map([['a', () => 1]])", "map"),
        ("class A { up() {} } this.a = new A()", "a"),
        ("this.search = lib.debounce(() => 1)", "search"),
        ("this.n = 1; this.list = [1, { a: 'b' }]; this.when = new Date()", ""),
        ("this.self = this; this.app = getApp(); this.store = lib.store; this.now = Date.now", ""),
    ],
)
def test_fields_that_hold_former_code(field: str, name: str) -> None:
    lib = {"lib.js": "exports.debounce = (f) => () => f(); exports.store = { up() {} }"}
    script = f"const lib = require('../../lib'); Page({{ data: {{ n: 1 }}, t() {{ {field} }} }})"
    assert swapped(script, script + "\n", taps=1, **lib)[1] == (f"held-function {name}" if name else "")


def test_fields_of_components_count() -> None:
    component = "Component({ lifetimes: { attached() { this.on = () => 1 } } })"
    files = {
        "pages/p/p.wxml": "<c/>", "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}', PAGE: "Page({})",
        "c/c.wxml": "c", "c/c.js": component,
    }  # fmt: skip
    program = LogicProgram(files)
    program.launch()
    answer = program.patch({**files, "c/c.js": component + "\n"}, scripts=["c/c.js"])
    assert answer["obstacle"] == {"code": "held-function", "file": "c/c.js", "name": "on"}


@pytest.mark.parametrize(
    ("start", "old", "new", "obstacle"),
    [
        ("setInterval(() => { this.x = 'old' }, 1000)", "old", "new", "timer"),
        ("setTimeout(function () { console.log('old') }, 1000)", "old", "new", "timer"),
        ("setInterval(this.tick.bind(this), 1000)", "1", "2", "timer"),
        ("setInterval(() => this.tick(), 1000)", "1", "2", ""),
        ("setInterval(this.tick, 1000)", "1", "2", "timer"),
        ("clearInterval(setInterval(() => { this.x = 'old' }, 1000))", "old", "new", ""),
    ],
)
def test_timers_that_run_former_code(start: str, old: str, new: str, obstacle: str) -> None:
    script = f"Page({{ data: {{ n: 0 }}, onLoad() {{ {start} }}, tick() {{ return 1 }} }})"
    assert swapped(script, script.replace(old, new))[1] == obstacle


def test_values_that_nobody_has_changed_follow_the_new_definition() -> None:
    script = "Page({{ data: {{ {data} }}, {fields}, t() {{ this.seen = 1; this.setData({{ n: 2 }}) }} }})"
    before = script.format(data="n: 1, title: 'a', list: [1]", fields="limit: 5, seen: 0")
    after = script.format(data="n: 10, title: 'b', list: [3]", fields="limit: 6, seen: 7")
    program, obstacle = swapped(
        before, after, taps=1, wxml='<view class="t" bindtap="t">{{n}}{{title}}{{list[0]}}</view>'
    )
    assert obstacle == ""
    assert program.view.text() == "2b3"
    assert program.evaluate("[page.limit, page.seen]") == [6, 1]


def test_a_behavior_takes_its_components_along() -> None:
    behavior = "module.exports = Behavior({ methods: { t() { this.setData({ n: this.data.n + 1 }) } } })"
    page = "Component({ behaviors: [require('../../b')], data: { n: 1 } })"
    program, files = started(page, **{"b.js": behavior})
    program.tap(class_="t")
    answer = program.patch({**files, "b.js": behavior.replace("+ 1", "+ 10")}, scripts=["b.js"])
    assert answer["ok"]
    program.tap(class_="t")
    assert program.view.text() == "12"


def test_dependents_are_told() -> None:
    program, _ = started("require('../../a'); Page({})", **{"a.js": "require('./b')", "b.js": "", "c.js": ""})
    program.send(m="dependents", request_id=5, scripts=["b.js", "c.js"])
    assert program.last("inspected") == {"m": "inspected", "request_id": 5, "value": ["b.js", "a.js", PAGE]}
