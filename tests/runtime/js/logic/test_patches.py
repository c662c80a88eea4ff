"""Template and script swaps that keep the state."""

from __future__ import annotations

import json

from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.wxml": '<view class="t" bindtap="t">{{n}}</view><c id="a"/><c wx:for="{{list}}" wx:key="*this" id="r{{item}}"/>',  # noqa: E501
    "pages/p/p.js": "const lib = require('../../lib'); Page({ data: { n: 1, list: [1, 2] }, t() { this.setData({ n: this.data.n + lib.step }); } })",  # noqa: E501
    "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
    "lib.js": "exports.step = 1",
    "c/c.wxml": "({{k}}<slot/>)",
    "c/c.js": "Component({ data: { k: 0 }, attached() { console.log('attached'); }, detached() { console.log('detached'); },"  # noqa: E501
    " methods: { up() { this.setData({ k: this.data.k + 1 }); } } })",
}  # fmt: skip


def start() -> LogicProgram:
    program = LogicProgram(FILES)
    program.launch()
    program.tap(class_="t")
    program.evaluate("page.selectComponent('#a').up()")
    program.evaluate("page.selectComponent('#r2').up(); page.selectComponent('#r2').up()")
    assert program.view.text() == "2(1)(0)(2)"
    program.logs()
    return program


def test_a_template_is_swapped_and_components_keep_their_state() -> None:
    program = start()
    wxml = '<c wx:for="{{list}}" wx:key="*this" id="r{{item}}"/>!<view><c id="a">{{n}}</c></view><c id="new"/><view class="t" bindtap="t"/>'  # noqa: E501
    answer = program.patch({**FILES, "pages/p/p.wxml": wxml}, templates=["pages/p/p.wxml"])
    assert answer["ok"]
    assert [op[0] for op in program.ops if op[0] in "KB"] == ["K", "B"]
    assert program.view.text() == "(0)(2)!(12)(0)"
    assert program.logs() == ["attached"]
    program.tap(class_="t")
    program.evaluate("page.selectComponent('#a').up()")
    assert program.view.text() == "(0)(2)!(23)(0)"


def test_a_component_template_is_swapped_in_every_instance() -> None:
    program = start()
    program.patch({**FILES, "c/c.wxml": "[{{k}}]"}, templates=["c/c.wxml"])
    assert program.view.text() == "2[1][0][2]"
    assert program.logs() == []


def test_a_component_that_is_gone_is_detached() -> None:
    program = start()
    program.patch({**FILES, "pages/p/p.wxml": '<c id="a"/>'}, templates=["pages/p/p.wxml"])
    assert program.view.text() == "(1)"
    assert program.logs() == ["detached", "detached"]


def test_page_methods_are_swapped_and_data_is_kept() -> None:
    program = start()
    script = "Page({ data: { n: 100, extra: 'x' }, t() { this.setData({ n: -this.data.n }); } })"
    answer = program.patch({**FILES, "pages/p/p.js": script}, scripts=["pages/p/p.js"])
    assert answer["ok"]
    program.tap(class_="t")
    assert program.view.text() == "-2(1)(0)(2)"
    assert program.evaluate("page.data.extra") == "x"


def test_component_methods_are_swapped() -> None:
    program = start()
    script = "Component({ data: { k: 0 }, methods: { up() { this.setData({ k: 'up' }); } } })"
    program.patch({**FILES, "c/c.js": script}, scripts=["c/c.js"])
    program.evaluate("page.selectComponent('#a').up()")
    assert program.view.text() == "2(up)(0)(2)"


def test_a_plain_module_takes_those_along_that_require_it() -> None:
    program = start()
    assert program.patch({**FILES, "lib.js": "exports.step = 10"}, scripts=["lib.js"])["ok"]
    program.tap(class_="t")
    assert program.view.text() == "12(1)(0)(2)"


def test_a_script_that_fails_changes_nothing() -> None:
    program = start()
    answer = program.patch({**FILES, "pages/p/p.js": "throw new Error('broken')"}, scripts=["pages/p/p.js"])
    assert not answer["ok"]
    assert program.errors() == ["Error: broken"]
    program.tap(class_="t")
    assert program.view.text() == "3(1)(0)(2)"


def test_app_js_cannot_be_swapped() -> None:
    program = start()
    answer = program.patch(FILES, scripts=["app.js"])
    assert (answer["ok"], answer["obstacle"]["code"]) == (False, "app-depends")


def test_scripts_of_workers_cannot_be_swapped() -> None:
    app = json.dumps({"pages": ["pages/p/p"], "workers": "workers"})
    files = {"app.json": app, "pages/p/p.wxml": "p", "pages/p/p.js": "Page({})", "workers/w.js": "1"}
    program = LogicProgram(files)
    program.launch()
    answer = program.patch({**files, "workers/w.js": "2"}, scripts=["workers/w.js"])
    assert not answer["ok"]
    assert answer["obstacle"] == {"code": "worker-script", "file": "workers/w.js", "name": ""}


def test_a_script_that_cannot_run_changes_nothing_and_says_where_it_broke() -> None:
    program = start()
    answer = program.patch({**FILES, "lib.js": "exports.step = 5;\nnull.x"}, scripts=["lib.js"])
    assert (answer["ok"], answer["is_broken"]) == (False, True)
    assert answer["reason"] == "TypeError: cannot read property 'x' of null"
    first = answer["stack"][0]
    assert (first["file"], first["line"]) == ("lib.js", 2)
    program.tap(class_="t")
    assert program.view.text() == "3(1)(0)(2)"


def test_the_rest_of_a_program_comes_without_touching_what_runs() -> None:
    counting = "let n = 0; module.exports = { up: function () { n = n + 1; return n } }"
    first = {
        "app.json": '{"pages": ["pages/p/p", "pages/q/q"]}',
        "pages/p/p.wxml": '<wxs module="w" src="w.wxs"/><view>{{w.up(k)}}</view>',
        "pages/p/p.js": "Page({ data: { k: 0 } })",
        "pages/p/w.wxs": counting,
        "pages/q/q.wxml": "",
        "pages/q/q.js": "",
    }
    rest = {
        "pages/q/q.wxml": '<wxs module="v" src="v.wxs"/><view>{{v.text}} {{n}}</view>',
        "pages/q/q.js": "Page({ data: { n: require('../../far').n } })",
        "pages/q/v.wxs": "module.exports = { text: 'q' }",
        "far.js": "exports.n = 5",
    }
    program = LogicProgram(first)
    program.launch()
    assert program.view.text() == "1"
    program.ops = []
    assert program.patch({**first, **rest}, is_rest=True)["ok"]
    assert program.ops == []
    assert program.view.text() == "1"
    assert program.open("pages/q/q").text() == "q 5"
