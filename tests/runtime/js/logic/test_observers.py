"""Observers, property observers, coercion, two-way binding. Source: the framework guide."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram


def component(options: str, wxml: str = "", tag: str = "<c/>", data: str = "{}") -> LogicProgram:
    files = {
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
        ("a, b", "b", True), ("a.b.**", "a", True),
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
