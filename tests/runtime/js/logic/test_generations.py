"""Where the two generations of the component framework differ; a program names the newer one in its JSON files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram

OLDER, NEWER = False, True


def program(page: str, component: str = "", *, is_newer: bool, data: str = "{}") -> LogicProgram:
    app: dict[str, Any] = {"pages": ["pages/a/a"], "usingComponents": {"c": "/c/c"}}
    if is_newer:
        app["componentFramework"] = "glass-easel"
    files = {
        "app.json": json.dumps(app),
        "pages/a/a.wxml": page,
        "pages/a/a.js": f"Page({{data: {data}}})",
        "c/c.wxml": "",
        "c/c.js": f"Component({component or '{}'})",
    }
    started = LogicProgram(files)
    started.launch()
    return started


@pytest.mark.parametrize(
    ("template", "older", "newer"),
    [
        ("{{n}}", "null", ""),
        ("v={{n}};{{u}}", "v=null;", "v=;"),
        ("&lt;&amp;&#65;&copy;", "&lt;&amp;&#65;&copy;", "<&A©"),
        ("&lt;{{s}}&gt;", "&lt;x&gt;", "<x>"),
        (r"a\nb", "a\nb", r"a\nb"),
        ("<block wx:for='{{2.5}}' wx:key='index'>{{item}}</block>", "012", ""),
        ("<block wx:for='{{-1}}' wx:key='index'>{{item}}</block>", "", ""),
        ("{{n + 1}} {{s + n}}", "1 xnull", "1 xnull"),
    ],
)
def test_text(template: str, older: str, newer: str) -> None:
    data = "{n: null, s: 'x'}"
    assert program(template, is_newer=OLDER, data=data).view.text() == older
    assert program(template, is_newer=NEWER, data=data).view.text() == newer


def test_entities_in_attributes() -> None:
    page = '<view title="a &amp; {{s}}" class="&quot;"/>'
    attributes = {
        is_newer: program(page, is_newer=is_newer, data="{s: 'x'}").view.tree()[0][1] for is_newer in (OLDER, NEWER)
    }
    assert attributes[OLDER] == {"title": "a &amp; x", "class": "&quot;"}
    assert attributes[NEWER] == {"title": "a & x", "class": '"'}


@pytest.mark.parametrize(
    ("declared", "given", "older", "newer"),
    [
        ("{type: String, value: 'd'}", "null", "", ""),
        ("{type: String, value: 'd'}", "undefined", "", ""),
        ("{type: String, value: 'd'}", "{}", "[object Object]", "[object Object]"),
        ("{type: Number, value: 4}", "null", 0, 0),
        ("{type: Number, value: 4}", "undefined", 0, 0),
        ("{type: Number, value: 4}", "'x'", 0, 0),
        ("{type: Boolean, value: true}", "undefined", False, False),
        ("{type: Array, value: [1]}", "null", [], []),
        ("{type: Array, value: [1]}", "{}", [], []),
        ("{type: Object, value: {a: 1}}", "null", None, None),
        ("{type: Object, value: {a: 1}}", "undefined", None, None),
        ("{type: Object, value: {a: 1}}", "'x'", None, None),
        ("{type: null, value: 1}", "undefined", None, None),
        ("{type: null, value: 1}", "null", None, None),
        ("{value: 1}", "'x'", "x", "x"),
        ("{type: Number, default: () => 4}", "undefined", 0, 4),
        ("{type: Number, default: () => 4}", "5", 5, 5),
        ("{type: Array, default: () => [1]}", "'x'", [], [1]),
        ("{type: Array, default: () => undefined}", "'x'", [], []),
        ("{type: Number, optionalTypes: [Object, Boolean]}", "null", 0, None),
        ("{type: Number, optionalTypes: [Object, Boolean]}", "[2]", 2, 2),
        ("{type: Number, optionalTypes: [Object, Boolean]}", "true", True, True),
        ("{optionalTypes: [Boolean, Number]}", "'1'", True, True),
        ("{optionalTypes: [Boolean, Number]}", "1", 1, 1),
        ("{type: String, optionalTypes: [Number]}", "NaN", "NaN", "NaN"),
    ],
)
def test_values_of_a_wrong_type(declared: str, given: str, older: Any, newer: Any) -> None:
    component = f"{{properties: {{v: {declared}}}, attached() {{ console.log(this.data.v) }}}}"
    for is_newer, taken in ((OLDER, older), (NEWER, newer)):
        started = program("<c v='{{v}}'/>", component, is_newer=is_newer, data=f"{{v: {given}}}")
        assert started.logs() == [taken]


def test_only_the_older_generation_tells_the_changed_path() -> None:
    component = """{
      properties: {o: {type: Object, value: {}, observer(...args) { console.log(args.length) }}},
      attached() { this.setData({'o.a': 1}) },
    }"""
    assert program("<c/>", component, is_newer=OLDER).logs() == [3]
    assert program("<c/>", component, is_newer=NEWER).logs() == [2]


def test_a_component_may_name_its_generation_itself() -> None:
    files = {
        "pages/a/a.json": '{"componentFramework": "glass-easel"}',
        "pages/a/a.wxml": "{{n}}&gt;",
        "pages/a/a.js": "Page({data: {n: null}})",
        "pages/b/b.wxml": "{{n}}&gt;",
        "pages/b/b.js": "Page({data: {n: null}})",
    }
    started = LogicProgram(files)
    assert started.launch("pages/a/a").text() == ">"
    assert started.open("pages/b/b").text() == "null&gt;"


FUNCTIONS = """{
  n: 2, list: [3], twice(n) { return 2 * n }, o: {join(...all) { return all.join('-') }, deep: {one: () => ({x: 1})}},
  self() { 'use strict'; return this === undefined }, bad() { throw new Error('no') },
}"""


@pytest.mark.parametrize(
    ("template", "older", "newer"),
    [
        ("{{twice(n)}}", "", "4"),
        ("{{twice(twice(n)) + 1}}", "NaN", "9"),
        ("{{o.join(1, 'a', n)}} {{o['join'](n, n)}}", " ", "1-a-2 2-2"),
        ("{{o.deep.one().x}}", "", "1"),
        ("{{self()}}", "", "true"),
        ("<block wx:for='{{list}}' wx:key='index'>{{twice(item)}}</block>", "", "6"),
        ("{{none(1)}}{{n(1)}}{{o.none()}}{{o.none.none()}}", "", ""),
        ("{{list.indexOf(3)}}{{o.constructor('return 1')}}{{toString()}}{{twice.constructor('return 1')()}}", "", ""),
        ("{{bad()}}|", "|", "|"),
    ],
)
def test_only_the_newer_generation_calls_functions_held_in_data(template: str, older: str, newer: str) -> None:
    assert program(template, is_newer=NEWER, data=FUNCTIONS).view.text() == newer
    assert program(template, is_newer=OLDER, data=FUNCTIONS).view.text() == older


def test_a_call_follows_its_function_and_its_arguments() -> None:
    started = program("{{f(n)}}", is_newer=NEWER, data="{n: 1, f: (n) => n + 1}")
    started.evaluate("page.setData({n: 5})")
    assert started.view.text() == "6"
    started.evaluate("page.setData({f: (n) => -n})")
    assert started.view.text() == "-5"


def test_a_function_in_a_mustache_that_throws_is_reported() -> None:
    started = program("{{bad()}}", is_newer=NEWER, data=FUNCTIONS)
    error = started.last("uncaught")
    assert (error["where"], error["message"]) == ("mustache bad", "Error: no")
