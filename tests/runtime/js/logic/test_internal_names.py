"""Names that phones have though the reference does not promise them, and code made of text, which phones have not."""

from __future__ import annotations

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram

APP = '{"pages": ["pages/p/p", "pages/q/q"], "tabBar": {"list": [{"pagePath": "pages/p/p", "text": "P"}, ' \
    '{"pagePath": "pages/q/q", "text": "Q"}]}, "window": {"navigationBarTitleText": "T"}}'  # fmt: skip

ACCOUNT = "wx.getAccountInfoSync = () => ({miniProgram: {appId: 'wx1', envVersion: 'trial'}}); App({})"


def start(page: str, **files: str) -> LogicProgram:
    files = {"pages/p/p.wxml": "p", "pages/p/p.js": page, **files}
    program = LogicProgram(files, settings={"apis": table(WECHAT.registry)})
    program.launch("pages/p/p")
    return program


def test_the_configuration_is_there_before_the_first_page() -> None:
    program = start(
        "Page({ data: { all: [__wxConfig.pages, __wxConfig.entryPagePath, __wxConfig.tabBar.list[1].pagePath,"
        " __wxConfig.page['pages/q/q.html'].window.navigationBarTitleText, __wxConfig.envVersion] } })",
        **{"app.json": APP, "app.js": ACCOUNT, "pages/q/q.wxml": "q", "pages/q/q.js": "Page({})"},
    )
    pages = ["pages/p/p", "pages/q/q"]
    assert program.evaluate("page.data.all") == [pages, "pages/p/p.html", "pages/q/q.html", "T", "trial"]


def test_a_program_may_put_something_else_in_the_place_of_the_configuration() -> None:
    program = start("__wxConfig = 5; console.log(typeof __wxConfig); Page({})")
    assert program.logs() == ["number"]


def test_json_files_are_known_by_path() -> None:
    program = start(
        "const c = __wxAppCode__; console.log(c['pages/p/p.json'].navigationBarTitleText, c['app.json'].pages);"
        "Page({})",
        **{"pages/p/p.json": '{"navigationBarTitleText": "own"}'},
    )
    assert program.logs() == [["own", ["pages/p/p"]]]


def test_scripts_of_pages_and_components_read_their_path() -> None:
    program = start(
        "console.log(__wxRoute); Page({})",
        **{
            "app.js": "console.log(typeof __wxRoute); App({})",
            "pages/p/p.wxml": "<c/>",
            "pages/p/p.json": '{"usingComponents": {"c": "/c/c"}}',
            "c/c.wxml": "c",
            "c/c.js": "console.log(__wxRoute); Component({})",
        },
    )
    assert program.logs() == ["undefined", "c/c", "pages/p/p"]


def test_plug_ins_that_are_not_here() -> None:
    program = start(
        "console.log(typeof requirePlugin, typeof requirePlugin.async);"
        "const known = requirePlugin; const n = 'x' + 'y';"
        "try { known(n) } catch (e) { console.log(e.message) } requirePlugin.async(n).catch((e) => console.log(e.mod));"
        "Page({})"
    )
    assert program.logs() == [
        ["function", "function"],
        'plugin "xy" is not available: its source is not in this project',
        "plugin://xy",
    ]


@pytest.mark.parametrize(
    ("code", "value", "notices"),
    [
        ("const x = 2;; eval('x + 1')", "3", ["eval"]),
        ("Function('a', 'return a + 1')(2)", "3", ["Function"]),
        ("new Function('return 3')()", "3", ["Function"]),
        ("Function('return this')() === globalThis", "true", []),
        ("new Function(' return this; ')() === globalThis", "true", []),
        ("(() => 1) instanceof Function && (() => 1).constructor === Function", "true", []),
        ("Function.prototype === Object.getPrototypeOf(() => 1) && Function.name", "Function", []),
        ("(0, eval)('3')", "3", []),
        ("((x) => x.eval(3))({eval: (n) => n})", "3", []),
        ("'eval(1)' // eval(2)", "eval(1)", []),
    ],
)
def test_code_made_of_text_runs_and_is_told_once(code: str, value: str, notices: list[str]) -> None:
    before, _, last = code.rpartition(";; ")
    run = f"(() => {{ {before}; return {last}\n }})()"
    program = start(f"const v = {run}, w = {run}\nconsole.log(String(v)); Page({{}})")
    assert program.logs() == [value]
    assert [notice.partition("(")[0] for notice in program.notices()] == notices


def test_the_notice_of_code_made_of_text_leads_to_its_line() -> None:
    program = start("Page({\n  onLoad() {\n    const n = 1\n    new Function('1')\n    eval('n')\n  },\n})")
    places = {m["args"][0]["v"].partition("(")[0]: m["stack"][0] for m in program.of("log") if m["source"] == "handset"}
    assert (places["eval"]["file"], places["eval"]["line"]) == ("pages/p/p.js", 5)
    assert (places["Function"]["file"], places["Function"]["line"]) == ("pages/p/p.js", 4)
    assert program.evaluate("Function('return 1')()") == 1
