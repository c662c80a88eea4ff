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
        ("{type: String, value: 'd'}", "null", "", "d"),
        ("{type: String, value: 'd'}", "undefined", "", "d"),
        ("{type: String, value: 'd'}", "{}", "[object Object]", "[object Object]"),
        ("{type: Number, value: 4}", "null", 0, 0),
        ("{type: Number, value: 4}", "undefined", 0, 4),
        ("{type: Number, value: 4}", "'x'", 0, 4),
        ("{type: Boolean, value: true}", "undefined", False, False),
        ("{type: Array, value: [1]}", "null", [], [1]),
        ("{type: Array, value: [1]}", "{}", [], [1]),
        ("{type: Object, value: {a: 1}}", "null", None, None),
        ("{type: Object, value: {a: 1}}", "undefined", None, {"a": 1}),
        ("{type: Object, value: {a: 1}}", "'x'", None, {"a": 1}),
        ("{type: null, value: 1}", "undefined", None, 1),
        ("{type: null, value: 1}", "null", None, None),
        ("{value: 1}", "'x'", "x", "x"),
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
