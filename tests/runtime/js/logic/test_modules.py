"""require, globals, reassigned constructors. Source: the framework guide."""

from __future__ import annotations

import json

import pytest

from tests.support.logic_program import LogicProgram


def run(page: str, **files: str) -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": page + "\nPage({})", **files})
    program.launch()
    return program


def test_specifiers() -> None:
    program = run(
        "console.log(require('./a').n, require('../../lib/b.js').n, require('../../lib').n, require('near').n, require('pkg').n)",  # noqa: E501
        **{
            "pages/p/a.js": "exports.n = 'a'", "lib/b.js": "module.exports = { n: 'b' }", "lib/index.js": "exports.n = 'i'",  # noqa: E501
            "pages/p/near.js": "exports.n = 'near'", "miniprogram_npm/pkg/index.js": "exports.n = 'pkg'",
        },
    )  # fmt: skip
    assert program.logs() == [["a", "b", "i", "near", "pkg"]]


def test_modules_run_once_and_cycles_see_what_is_there() -> None:
    program = run(
        "require('./a'); require('./a')",
        **{
            "pages/p/a.js": "console.log('a'); exports.x = 1; require('./b'); exports.y = 2",
            "pages/p/b.js": "const a = require('./a'); console.log(a.x, a.y)",
        },
    )
    assert program.logs() == ["a", [1, None]]


def test_a_module_that_is_not_there() -> None:
    files = {"pages/p/p.wxml": "p", "pages/p/p.js": "const name = './no' + 'where';\nrequire(name);\nPage({})"}
    program = LogicProgram(files)
    program.launch()
    error = program.last("uncaught")
    assert error["message"] == (
        "Error: module './nowhere' is not found: required by 'pages/p/p.js'. Check the path and its spelling."
    )
    assert (error["stack"][0]["file"], error["stack"][0]["line"]) == ("pages/p/p.js", 2)
    assert program.view.text() == "p"


def test_browser_names_are_undefined_and_sloppy_mode_holds() -> None:
    program = run("""
    console.log(typeof window, typeof document, typeof self, typeof navigator, typeof define, typeof location);
    implicit = 5; console.log(globalThis.implicit, typeof global.Object, this === undefined, (function () { return this })() === globalThis);
    console.log(Function('return this')() === globalThis, typeof libraryEnd);
    """)  # noqa: E501
    assert program.logs() == [["undefined"] * 6, [5, "function", False, True], [True, "undefined"]]


def test_page_and_component_may_be_wrapped() -> None:
    program = run(
        "",
        **{
            "app.js": "const old = Page; Page = function (o) { o.data = { n: 7 }; old(o); }; App({})",
            "pages/p/p.wxml": "{{n}}",
        },
    )
    assert program.view.text() == "7"


def test_components_made_by_a_function_of_another_module() -> None:
    program = run(
        "",
        **{
            "pages/p/p.wxml": "<c/>",
            "pages/p/p.json": '{"usingComponents":{"c":"/c/c"}}',
            "c/make.js": "exports.make = (o) => Component({ data: o })",
            "c/c.js": "require('./make').make({ n: 3 })",
            "c/c.wxml": "{{n}}",
        },
    )
    assert program.view.text() == "3"


def test_a_script_with_a_broken_line_names_it() -> None:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({ onLoad() {\n  missing();\n} })"})
    program.launch()
    error = program.last("uncaught")
    assert error["message"] == "ReferenceError: missing is not defined"
    assert error["stack"][0]["line"] == 2
    assert error["stack"][0]["column"] == 3


def test_es_modules() -> None:
    program = run("import { n } from './a'; console.log(n)", **{"pages/p/a.js": "export const n = 4"})
    assert program.logs() == [4]


def test_requires_of_the_program_are_not_seen_by_others() -> None:
    program = run("exports.secret = 1; console.log(typeof require, typeof module)")
    assert program.logs() == [["function", "object"]]
    assert program.evaluate("typeof require") == "undefined"


def test_require_async() -> None:
    program = run("require.async('./a').then((a) => console.log(a.n));", **{"pages/p/a.js": "exports.n = 1"})
    assert program.logs() == [1]


@pytest.mark.parametrize("is_lazy", [False, True])
def test_scripts_of_components_run_before_that_of_the_page(*, is_lazy: bool) -> None:
    lazy = {"lazyCodeLoading": "requiredComponents"} if is_lazy else {}
    files = {
        "app.json": json.dumps({"pages": ["pages/p/p"], "usingComponents": {"unused": "/c/z"}, **lazy}),
        "app.js": "console.log('app'); App({})",
        "pages/p/p.wxml": '<b-tag/><a-tag wx:if="{{no}}"/>',
        "pages/p/p.json": '{"usingComponents": {"b-tag": "/c/b"}}',
        "pages/p/p.js": "console.log('page'); Page({})",
        "c/a.wxml": "<b/>", "c/a.json": '{"component": true, "usingComponents": {"b": "/c/b"}}',
        "c/b.wxml": '<a-tag wx:if="{{no}}"/>',
        "c/b.json": '{"component": true, "usingComponents": {"a-tag": "/c/a"}}', "c/z.wxml": "z",
        **{f"c/{name}.js": f"console.log('{name}'); Component({{}})" for name in "abz"},
    }  # fmt: skip
    program = LogicProgram(files)
    program.launch()
    assert program.logs() == (["app", "page", "b"] if is_lazy else ["app", "a", "b", "page"])
