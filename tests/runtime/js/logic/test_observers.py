"""Observers, property observers, coercion, two-way binding. Source: the framework guide."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram


def component(
    options: str, wxml: str = "", tag: str = "<c/>", data: str = "{}", *, is_newer: bool = False
) -> LogicProgram:
    framework = {"componentFramework": "glass-easel"} if is_newer else {}
    files = {
        "app.json": json.dumps({"pages": ["pages/p/p"], **framework}),
        "pages/p/p.wxml": tag,
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
        "pages/p/p.js": f"Page({{ data: {data}, set(v) {{ this.setData(v); }}, "
        "child(v) { this.selectAllComponents('.c').forEach((c) => c.setData(v)); } })",
        "c/c.wxml": wxml,
        "c/c.js": f"Component({options})",
    }
    program = LogicProgram(files)
    program.launch()
    return program


@pytest.mark.parametrize(
    ("observed", "changed", "fires"),
    [
        ("a", "a", True), ("a", "a.b", False), ("a.**", "a.b.c", True), ("a.**", "a", True), ("a.b", "a", True),
        ("a.b", "a.c", False), ("a[0]", "a[0]", True), ("a[0]", "a[1]", False), ("**", "z", True),
        ("a, b", "b", True), ("a.b.**", "a", True), ("a . b", "a.b", True), (" a [ 0 ] ", "a[0]", True),
        ("a. **", "a.b", True), (r"a\\.b", r"a\.b", True), ("a-b", "a-b", False), ("a.$b", "a.$b", False),
    ],
)  # fmt: skip
def test_which_observers_fire(observed: str, changed: str, fires: bool) -> None:
    program = component(f"{{ observers: {{ '{observed}'() {{ console.log('hit'); }} }} }}", tag='<c class="c"/>')
    program.call("child", {changed: 1})
    assert program.logs() == (["hit"] if fires else [])


def test_observers_fire_on_equal_values_property_observers_do_not() -> None:
    program = component(
        "{ properties: { v: { type: Number, observer() { console.log('property'); } } },"
        " observers: { v() { console.log('observer'); } } }",
        tag='<c class="c" v="{{1}}"/>',
    )  # fmt: skip
    assert program.logs() == ["observer", "property"]
    program.call("child", {"v": 1})
    assert program.logs() == ["observer"]


def test_several_paths_are_one_call_with_all_values() -> None:
    program = component(
        "{ data: {b: {c: 2}}, observers: { 'a, b.c'(a, c) { console.log(a, c); } } }", tag='<c class="c"/>'
    )
    program.call("child", {"a": 1, "b.c": 3})
    assert program.logs() == [[1, 3]]


def test_set_data_in_an_observer_joins_the_batch() -> None:
    program = component(
        "{ observers: { a(a) { this.setData({ sum: a + 1 }); }, sum(s) { console.log('sum', s, this.data.sum); } } }",
        "{{sum}}", '<c class="c"/>',
    )  # fmt: skip
    program.call("child", {"a": 1})
    assert program.logs() == [["sum", 2, 2]]
    assert program.view.text() == "2"


def test_an_observer_that_sets_itself_is_stopped() -> None:
    program = component("{ observers: { a(a) { this.setData({ a: a + 1 }); } } }", tag='<c class="c"/>')
    program.call("child", {"a": 1})
    assert "keep setting what they observe" in program.notices()[-1]


def test_initial_data_fires_nothing() -> None:
    program = component("{ data: {a: 1}, properties: {v: {type: String, value: 'x'}}, observers: { 'a, v'() { console.log(1); } } }")  # fmt: skip  # noqa: E501
    assert program.logs() == []


def test_property_observers_see_sub_values_and_updated_children() -> None:
    program = component(
        "{ properties: { o: { type: Object, observer(now, old, path) { console.log(now, old, path); } } } }",
        tag='<c class="c" o="{{ {a: 1} }}"/>',
    )  # fmt: skip
    program.logs()
    program.call("child", {"o.a": 5})
    assert program.logs() == [[5, None, ["o", "a"]]]


@pytest.mark.parametrize(
    ("kind", "given", "taken"),
    [
        ("String", "{{null}}", ""), ("String", "{{12}}", "12"), ("Number", "12", 12), ("Number", "", 0),
        ("Number", "x", 0), ("Number", "{{true}}", 1), ("Boolean", "false", True), ("Boolean", "", False),
        ("Boolean", "{{0}}", False), ("Array", "{{1}}", []), ("Array", "{{[1]}}", [1]), ("Object", "x", None),
        ("Object", "{{[1]}}", [1]), ("null", "x", "x"), ("{ type: Number, value: 4 }", "{{undefined}}", 0),
        ("{ type: Number, value: 4 }", "abc", 0), ("{ type: String, optionalTypes: [Number] }", "{{5}}", 5),
        ("{ type: String, optionalTypes: [Number] }", "{{true}}", "true"), ("Number", "{{1}} ", 1),
    ],
)  # fmt: skip
def test_coercion(kind: str, given: str, taken: Any) -> None:
    program = component(
        f"{{ properties: {{ v: {kind} }}, attached() {{ console.log(this.data.v); }} }}", tag=f'<c v="{given}"/>'
    )
    assert program.logs() == [taken]


def test_a_bare_attribute_is_true_and_dashes_become_capitals() -> None:
    program = component(
        "{ properties: { isOpen: Boolean, userName: String }, attached() { console.log(this.data); } }",
        tag='<c is-open user-name="x"/>',
    )  # fmt: skip
    assert program.logs() == [{"isOpen": True, "userName": "x"}]


def test_properties_are_copies() -> None:
    program = component(
        "{ properties: { o: Object }, methods: {}, attached() { this.data.o.n = 9; } }",
        "{{o.n}}", '<c o="{{o}}"/>{{o.n}}', "{o: {n: 1}}",
    )  # fmt: skip
    assert program.view.text() == "11"
    assert program.evaluate("page.data.o.n") == 1


def test_a_property_is_set_again_although_the_parent_holds_the_same_value() -> None:
    program = component(
        "{ properties: { open: Boolean }, observers: { open(v) { console.log(v); } } }",
        "{{open}}", '<c class="c" open="{{open}}"/>{{title}}', "{open: true, title: 't'}",
    )  # fmt: skip
    program.call("child", {"open": False})
    program.call("set", {"title": "u"})
    assert program.view.text() == "falseu"
    program.logs()
    program.call("set", {"open": True})
    assert program.logs() == [True]
    assert program.view.text() == "trueu"


def test_two_way_binding_of_a_component() -> None:
    program = component(
        "{ properties: { v: String } }", "{{v}}", '<c class="c" model:v="{{field}}"/>{{field}}', "{field: 'a'}"
    )
    program.call("child", {"v": "b"})
    assert program.view.text() == "bb"
    assert program.evaluate("page.data.field") == "b"


def test_pure_data_stays_out_of_the_template() -> None:
    program = component(
        "{ options: { pureDataPattern: /^_/ }, data: { _a: 1, b: 2 }, observers: { _a(v) { console.log(v); } } }",
        "{{_a}}{{b}}", '<c class="c"/>',
    )  # fmt: skip
    assert program.view.text() == "2"
    program.call("child", {"_a": 5})
    assert program.logs() == [5]
    assert program.view.text() == "2"


# ---------------------------------------------------- what is told to components

TOLD = "{ properties: { v: null, w: null }, observers: { v(v) { console.log(v); }, w(w) { console.log('w', w); } } }"
DATA = "{f: {x: 1, n: 0}, g: 1, i: 0, l: [{k: 1, v: 'A'}, {k: 2, v: 'B'}], s: {a: {b: 1}}}"
ROW_TEMPLATE = """<template name="t"><c v="{{f.x}}" w="{{h}}"/></template><template is="t" data="{{f, h: g}}"/>"""


@pytest.mark.parametrize("is_newer", [False, True])
@pytest.mark.parametrize(
    ("tag", "change", "told"),
    [
        ('<c v="{{f.x}}"/>', {"f.n": 1}, []),
        ('<c v="{{f.x}}"/>', {"f.x": 1}, [1]),
        ('<c v="{{f.x}}"/>', {"f": {"x": 1}}, [1]),
        ('<c v="{{f.x}}"/>', {"g": 5, "f.n": 1}, []),
        ('<c v="{{f}}"/>', {"f.n": 1}, [{"x": 1, "n": 1}]),
        ("<c v=\"{{f['x']}}\"/>", {"f.n": 1}, []),
        ('<c v="{{s.a.b}}"/>', {"s.a.c": 1}, []),
        ('<c v="{{s.a.b}}"/>', {"s.a": {"b": 1}}, [1]),
        ('<c v="{{l[0].v}}"/>', {"l[1].v": "Z"}, []),
        ('<c v="{{l[i].v}}"/>', {"l[1].v": "Z"}, []),
        ('<c v="{{l[i].v}}"/>', {"l[0].v": "A"}, ["A"]),
        ('<c v="{{l[i].v}}"/>', {"i": 0}, ["A"]),
        ('<c v="{{l.length}}"/>', {"l[0].v": "Z"}, []),
        ('<c v="{{l.length}}"/>', {"l[2].v": "Z"}, [3]),
        ('<c v="{{f.x + g}}"/>', {"f.n": 1}, []),
        ('<c v="{{f.x + g}}"/>', {"g": 1}, [2]),
        ('<c v="a{{f.x}}b{{g}}"/>', {"f.n": 1}, []),
        ('<c v="{{g > 1 ? f.x : f.n}}"/>', {"f.x": 2}, []),
        ('<c v="{{[f.x]}}"/>', {"f.n": 1}, []),
        ('<c v="{{ {a: f.x} }}"/>', {"f.n": 1}, []),
        ('<c v="{{ {...f} }}"/>', {"f.n": 0}, [{"x": 1, "n": 0}]),
        ('<c v="{{f.x}}" w="{{f.n}}"/>', {"f.n": 1}, [["w", 1]]),
        ('<c v="1" w="{{2}}"/>', {"f": {}, "g": 2}, []),
        ('<view wx:if="{{g}}"><c v="{{f.x}}"/></view>', {"g": 2}, []),
        ('<c wx:for="{{l}}" wx:key="k" v="{{f.x}}"/>', {"f.n": 1}, []),
        ('<c wx:for="{{l}}" wx:key="k" v="{{item.v}}"/>', {"l[0].n": 1}, []),
        ('<c wx:for="{{l}}" wx:key="k" v="{{item.v}}"/>', {"l[1].v": "Z"}, ["Z"]),
        (ROW_TEMPLATE, {"f.n": 1}, []),
        (ROW_TEMPLATE, {"f.x": 2}, [2]),
        ('<block let:z="{{f.x}}"><c v="{{z}}"/></block>', {"f.n": 1}, []),
    ],
)
def test_components_are_told_of_what_was_set_and_of_nothing_beside_it(
    tag: str, change: dict[str, Any], told: list[Any], *, is_newer: bool
) -> None:
    program = component(TOLD, "{{v}}", tag, DATA, is_newer=is_newer)
    program.logs()
    program.call("set", change)
    assert program.logs() == told


@pytest.mark.parametrize(
    ("tag", "change", "older", "newer"),
    [
        ('<c wx:for="{{l}}" wx:key="k" v="{{item.v}}"/>', {"l": [{"k": 1, "v": "A"}]}, [], ["A"]),
        ('<c wx:for="{{l}}" wx:key="k" v="{{item.v}}"/>', {"l[0]": {"k": 1, "v": "A"}}, [], ["A"]),
        ('<c wx:for="{{l}}" v="{{item.v}}"/>', {"l[0].v": "A"}, [], ["A"]),
        ('<c wx:for="{{l}}" wx:key="k" v="{{index}}"/>', {"l": [{"k": 2}, {"k": 1}]}, [0, 1], [0, 1]),
        (ROW_TEMPLATE, {"f": {"x": 1, "n": 0}}, [1], [1]),
        (ROW_TEMPLATE, {"g": 1}, [], [["w", 1]]),
    ],
)
def test_the_newer_generation_tells_rows_and_templates_of_equal_values(
    tag: str, change: dict[str, Any], older: list[Any], newer: list[Any]
) -> None:
    for is_newer, told in ((False, older), (True, newer)):
        program = component(TOLD, "{{v}}", tag, DATA, is_newer=is_newer)
        program.logs()
        program.call("set", change)
        assert program.logs() == told


def test_each_observer_is_called_once_for_all_that_was_set() -> None:
    program = component(
        "{ observers: { a(a) { console.log('a', a); this.setData({ b: a }); }, b(b) { console.log('b', b); },"
        " 'a, b'(a, b) { console.log('ab', a, b); } } }",
        tag='<c class="c"/>',
    )  # fmt: skip
    program.call("child", {"a": 1, "b": 5})
    assert program.logs() == [["a", 1], ["b", 1], ["ab", 1, 1]]


def test_an_observer_before_the_one_that_sets_is_called_again() -> None:
    program = component(
        "{ observers: { b(b) { console.log('b', b); }, a(a) { this.setData({ b: a }); } } }", tag='<c class="c"/>'
    )
    program.call("child", {"a": 1, "b": 5})
    assert program.logs() == [["b", 5], ["b", 1]]


ECHO = "{ properties: { v: Number }, observers: { v(v) { this.triggerEvent('go', v); } } }"
LOOPS = {
    "an observer sets what it observes": (
        "{ observers: { a(a) { this.setData({ a: a + 1 }); } } }", '<c class="c"/>', "keep setting what they observe"
    ),
    "two observers set each other's": (
        "{ observers: { a(a) { this.setData({ b: a + 1 }); }, b(b) { this.setData({ a: b + 1 }); } } }",
        '<c class="c"/>', "keep setting what they observe",
    ),
    "a property's own observer sets it": (
        "{ properties: { a: { type: Number, observer(a) { this.setData({ a: a + 1 }); } } } }",
        '<c class="c"/>', 'the observer of property "a" keeps setting it',
    ),
    "parent and child tell each other": (
        "{ properties: { a: Number }, observers: { a(a) { this.triggerEvent('go', a); } } }",
        '<c class="c" a="{{f.x}}" bind:go="echo"/>', "sets its data again (f)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_of_observers_ends_with_a_word(loop: str) -> None:
    options, tag, word = LOOPS[loop]
    program = component(options, tag=tag, data="{f: {x: 0}}, echo(e) { this.setData({'f.x': e.detail + 1}) }")
    program.call("child", {"a": 1})
    program.call("set", {"f.x": 1})
    assert any(word in notice for notice in program.notices())
    assert program.evaluate("1 + 1") == 2
    assert program.errors() == []


def test_a_correct_program_in_which_parent_and_child_tell_each_other_comes_to_rest() -> None:
    program = component(
        ECHO.replace("v: Number", "v: Number, n: Number"), tag='<c class="c" v="{{f.x}}" bind:go="on"/>{{f.n}}',
        data="{f: {x: 0, n: 0}}, on() { this.setData({'f.n': this.data.f.n + 1}) }",
    )  # fmt: skip
    assert program.evaluate("page.data.f.n") == 1
    program.call("set", {"f.x": 2})
    assert program.view.text() == "2"
    assert program.notices() == []


def test_what_is_set_while_a_template_is_made_is_drawn() -> None:
    program = component(
        ECHO, tag='<view>{{got}}</view><c v="7" bind:go="on"/>{{got}}',
        data="{got: 0}, on(e) { this.setData({got: e.detail}) }",
    )  # fmt: skip
    assert program.view.text() == "77"


def test_what_a_property_observer_sets_is_told_before_the_next_property() -> None:
    nested = """{ properties: { a: { type: Number, observer() { this.setData({ b: 'set' }); } },
      b: { type: String, observer(now, old) { console.log(now, old); } } } }"""
    program = component(nested, tag='<c a="{{1}}" b="given"/>', is_newer=True)
    assert program.logs() == [["set", "given"], ["given", ""]]


def test_an_event_of_a_child_is_carried_through_before_the_own_property_observer() -> None:
    child = "Component({ properties: { v: { type: Number, observer() { this.triggerEvent('set'); } } } })"
    files = {
        "pages/p/p.wxml": '<c class="c" a="{{n}}"/>',
        "pages/p/p.js": "Page({ data: {n: 1}, set(v) { this.setData(v); } })",
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
        "c/c.wxml": '<d v="{{a}}" bind:set="on"/>',
        "c/c.json": '{"component":true,"usingComponents":{"d":"/c/d"}}',
        "c/c.js": """Component({ properties: { a: { type: Number, observer(v) { console.log('a', v); } },
          b: { type: Number, observer(v) { console.log('b', v); } } },
          methods: { on() { this.setData({ b: this.data.a }); } } })""",
        "c/d.wxml": "",
        "c/d.js": child,
    }
    program = LogicProgram(files)
    program.launch()
    program.logs()
    program.call("set", {"n": 5})
    assert program.logs() == [["b", 5], ["a", 5]]


@pytest.mark.parametrize(("is_newer", "order"), [(True, ["z", "b", "y", "a"]), (False, ["a", "b", "y", "z"])])
def test_properties_are_given_as_written_or_in_the_older_generation_by_name(is_newer: bool, order: list[str]) -> None:
    """Source: glass-easel 0.21.4; the older compiler puts attributes out in the order of their names."""
    options = ", ".join(f"{name}: {{ type: null, observer() {{ console.log('{name}'); }} }}" for name in "abyz")
    tag = '<c class="c" z="{{n}}" b="1" y="{{n}}" a="{{2}}"/>'
    program = component(f"{{ properties: {{ {options} }} }}", tag=tag, data="{ n: 3 }", is_newer=is_newer)
    assert program.logs() == order
