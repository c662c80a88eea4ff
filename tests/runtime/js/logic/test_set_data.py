"""setData: paths, copies, limits. Source: the framework guide."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.logic_program import LogicProgram


def page(data: str = "{}", wxml: str = "{{a}}", methods: str = "") -> LogicProgram:
    script = f"Page({{ data: {data}, set(v) {{ this.setData(v); }}, {methods} }})"
    program = LogicProgram({"pages/p/p.wxml": wxml, "pages/p/p.js": script})
    program.launch()
    return program


@pytest.mark.parametrize(
    ("data", "change", "result"),
    [
        ("{a: {b: 1}}", {"a.b": 2}, {"b": 2}),
        ("{}", {"a[2].b": 1}, [None, None, {"b": 1}]),
        ("{a: {}}", {"a[1]": 5}, [None, 5]),
        ("{a: [1]}", {"a.x": 5}, {"x": 5}),
        ("{a: 'text'}", {"a.x.y": 5}, {"x": {"y": 5}}),
        ("{a: null}", {"a.x": 5}, {"x": 5}),
        ("{a: {}}", {r"a.x\.y": 5}, {"x.y": 5}),
        ("{a: [[1], [2]]}", {"a[1][0]": 5}, [[1], [5]]),
        ("{a: 1}", {"a.": 5}, 5),
        ("{a: 1}", {".a": 5}, 5),
        ("{a: {}}", {"a..b": 5}, {"b": 5}),
        ("{a: 1}", {"a[0]b": 5}, [{"b": 5}]),
        ("{a: 1}", {"a[1": 5}, [None, 5]),
        ("{a: 1}", {"a]": 5}, 1),
        ("{a: {}}", {"a.x\\\\y": 5}, {"x\\y": 5}),
        ("{a: {}}", {"a. b": 5}, {" b": 5}),
    ],
)
def test_paths(data: str, change: dict[str, Any], result: Any) -> None:
    program = page(data)
    program.call("set", change)
    assert program.evaluate("JSON.parse(JSON.stringify(page.data.a))") == result


@pytest.mark.parametrize("key", ["a[x]", "a[-1]", "a[ 0 ]", "a[]"])
def test_bad_paths_are_skipped_with_a_word(key: str) -> None:
    program = page("{a: 1, b: 1}")
    program.call("set", {key: 2, "b": 3})
    assert "is not a path" in program.notices()[-1]
    assert program.evaluate("page.data.b") == 3


def test_only_what_changed_travels() -> None:
    program = page(
        "{a: 1, b: 1, list: [{n: 1}, {n: 2}]}",
        '<view a="{{a}}" b="{{b}}"/><view wx:for="{{list}}" wx:key="n">{{item.n}}</view>',
    )
    program.call("set", {"a": 1, "b": 2})
    assert program.ops == [["U", 1, [1, 2]]]
    program.call("set", {"list[1].n": 3})
    assert program.view.text() == "13"


def test_nothing_changed_is_nothing_sent() -> None:
    program = page("{a: 1}")
    before = len(program.of("dom"))
    program.call("set", {"a": 1})
    assert len(program.of("dom")) == before


@pytest.mark.parametrize(
    ("former", "value", "shown"),
    [
        ("5", {}, "[object Object]"),
        ("''", {}, "[object Object]"),
        ("[]", {}, "[object Object]"),
        ("['x']", {"0": "x"}, "[object Object]"),
        ("{}", [], ""),
        ("{b: 1}", {}, "[object Object]"),
    ],
)
def test_an_object_takes_the_place_of_what_looks_like_it(former: str, value: Any, shown: str) -> None:
    program = page(f"{{a: {{v: {former}}}}}", '<text>{{a.v}}</text><text wx:if="{{a.v.b}}">b</text>')
    program.call("set", {"a": {"v": value}})
    assert program.view.text().strip() == shown


def test_the_view_works_on_a_copy() -> None:
    program = page(
        "{a: {n: 1}, other: 0}", "{{a.n}}{{other}}", "mutate() { this.data.a.n = 9; this.setData({ other: 1 }); }"
    )
    program.call("mutate")
    assert program.view.text() == "11"
    assert program.evaluate("page.data.a.n") == 9


def test_a_page_without_components_copies_a_component_does_not() -> None:
    keeps = "keep() { const o = { n: 1 }; this.setData({ a: o }); console.log(this.data.a === o); }"
    program = page("{}", "", keeps)
    program.call("keep")
    assert program.logs() == [False]
    files = {
        "pages/p/p.wxml": "<c/>",
        "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
        "pages/p/p.js": f"Page({{ {keeps} }})",
        "c/c.wxml": "",
        "c/c.js": "Component({})",
    }
    program = LogicProgram(files)
    program.launch()
    program.call("keep")
    assert program.logs() == [True]


def test_data_is_current_at_once_and_the_callback_waits_for_the_paint() -> None:
    program = page("{a: 1}", "{{a}}", "go() { this.setData({ a: 2 }, function () { console.log('cb', this === getCurrentPages()[0]); }); console.log(this.data.a); }")  # fmt: skip  # noqa: E501
    program.call("go")
    assert program.logs() == [2]
    program.paint()
    assert program.logs() == [["cb", True]]


def test_a_callback_without_a_change_comes_as_well() -> None:
    program = page("{a: 1}", "{{a}}", "go() { this.setData({}, () => console.log('cb')); }")
    program.call("go")
    assert program.ops[0][0] == "G"
    program.paint()
    assert program.logs() == ["cb"]


def test_undefined_cycles_and_size_are_spoken_of() -> None:
    program = page(
        "{}", "{{a}}{{big.length}}",
        "go() { const c = {}; c.c = c; this.setData({ u: undefined }); this.setData({ a: c }); "
        "this.setData({ big: 'x'.repeat(5000000), small: 1 }); }",
    )  # fmt: skip
    program.call("go")
    undefined, cyclic, size = program.notices()
    assert '"u" is undefined' in undefined
    assert "contains itself" in cyclic
    assert '"big" is 4883 kB' in size
    assert program.view.text() == "5000000"


def test_functions_dates_and_special_numbers() -> None:
    program = page(
        "{}", "{{d}} {{n}} {{i}} {{nan}}<view a=\"{{f}}\" b=\"{{i}}\"/>",
        "go() { this.setData({ d: new Date(0), n: null, i: Infinity, nan: NaN, f() {} }); }",
    )  # fmt: skip
    program.call("go")
    assert program.view.text().startswith("[object Object] null ")
    assert program.view.tree()[-1][1] == {"a": {"$u": 1}, "b": "Infinity"}


def test_set_data_with_no_object_is_an_error_message() -> None:
    program = page("{}", "", "go() { this.setData(null); }")
    program.call("go")
    assert "setData expects an object" in program.notices()[-1]
