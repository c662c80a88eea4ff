"""Which scripts can be evaluated anew in a running program: those whose top level only defines."""

from __future__ import annotations

import pytest

from runtime.compiler.languages import SCRIPT_DIALECTS, ending_of
from runtime.compiler.script.hot_swap import MAX_CHARACTERS, SwapFacts, swap_facts
from tests.support.work import work


def judged(text: str, path: str = "pages/a/a.js") -> SwapFacts:
    return swap_facts(path, text, SCRIPT_DIALECTS[ending_of(path)])


def obstacle(text: str, path: str = "pages/a/a.js") -> str:
    found = judged(text, path).obstacle
    return f"{found.code} {found.name}".strip() if found is not None else ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "'use strict'\nPage({ data: { n: 1 }, hit() { this.setData({ n: this.data.n + 1 }) } })",
        "import { step } from '../../lib'\nimport '../../shim'\nPage({ hit() { step() } })",
        "const lib = require('../../lib'), { a } = require('b').c; const app = getApp(); Page({ a, app })",
        "const rows = (n) => Array.from({ length: n }, (_, i) => i)\nPage({ data: { rows: rows(20) } })",
        "const TABS = ['a', 'b']; Page({ data: { TABS }, on() { this.setData({ tabs: TABS, n: TABS.length }) } })",
        "const MAP = { a: 1 }; exports.name = (key) => MAP[key] || [...MAP.list]",
        "let unused = null; function f() { let local = 1; local += 1; const list = []; list.push(local) } Page({ f })",
        "let i = 0; Page({ f() { for (let i = 0; i < 3; i++) { wx.x(i) } }, g: (i) => { i = 2 } })",
        "export const K = 1, go = async () => { await K }\nexport default class A { n = make(); up() { this.n++ } }",
        "export { a as b } from './c'\nexport * from './d'\nconst z = 1\nexport { z }",
        "function A() { this.n = 0 }\nA.prototype.up = function () { this.n++ }\nmodule.exports = { A, up: A.up }",
        "module.exports = Behavior({ data: { n: 1 }, methods: { up() { this.n = 2; this.list.push(1) } } })",
        "const app = getApp(); const { globalData } = app; Page({ f() { app.n = 1; globalData.list.push(2) } })",
        "const music = wx.getBackgroundAudioManager(); Page({ f() { music.title = 'a' } })",
        "const options = { list: [], hit() { this.list.push(1) } }; Page(options)",
        "const db = wx.cloud.database(), _ = db.command; console.log('loaded'); Page({})",
        "Component({ options: { a: [1] }, methods: { on() { delete this.x; this.y = () => 1 } } })",
        "const ROUTES = { a: 'b' }; Page({ go(k) { wx.navigateTo({ url: ROUTES[k] }); for (const x of ROUTES) x() } })",
        "const L = [1]; Page({ f() { return L.map((x) => x).length && JSON.stringify(L) && (L ? 1 : 2) } })",
    ],
)
def test_what_only_defines_can_be_evaluated_anew(text: str) -> None:
    assert obstacle(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("loader.once('pages/a', () => { Page({}) })", "runs-code loader.once('pages/a', () => { Page({})"),
        ("definePage(() => ({}))", "runs-code definePage(() => ({}))"),
        ("Page(withStore({}))", "runs-code withStore({})"),
        ("Page({ ...mixin(), a: 1 })", "runs-code mixin()"),
        ("Page({ search: debounce(function () {}, 300) })", "runs-code debounce(function () {}, 300)"),
        ("(function () { Page({}) })()", "runs-code (function () { Page({}) })()"),
        ("(wx.jsonp = wx.jsonp || []).push([[1], {}])", "runs-code (wx.jsonp = wx.jsonp || []).push([[1], {"),
        ("if (wx.x) Page({})", "runs-code if (wx.x) Page({})"),
        ("wx.onShow(() => {}); Page({})", "runs-code wx.onShow(() => {})"),
        ("getApp().globalData.n = 1; Page({})", "runs-code getApp().globalData.n = 1"),
        ("const store = createStore(); Page({})", "runs-code createStore()"),
        ("const audio = new Player()", "runs-code new Player()"),
        ("const audio = wx.createInnerAudioContext()", "runs-code wx.createInnerAudioContext()"),
        ("const at = wx.getLocation({ success() {} })", "runs-code wx.getLocation({ success() {} })"),
        ("export default create({})", "runs-code create({})"),
        ("class A { static all = load() }", "runs-code load()"),
        ("class A { static { load() } }", "runs-code static { load() }"),
        ("let n = 0; Page({ hit() { n += 1 } })", "keeps-state n"),
        ("let n = 0; Page({ hit() { n++ } })", "keeps-state n"),
        ("var that; Page({ onLoad() { that = this } })", "keeps-state that"),
        ("let a, b; Page({ f() { [a, b] = [1, 2] } })", "keeps-state a"),
        ("let last; Page({ f() { for (last of [1]) {} } })", "keeps-state last"),
        ("const cache = {}; Page({ f(k) { cache[k] = 1 } })", "keeps-state cache"),
        ("const cache = {}; Page({ f(k) { delete cache.a[k] } })", "keeps-state cache"),
        ("const list = []; exports.add = (x) => list.push(x)", "keeps-state list"),
        ("const seen = new Set(); exports.see = (x) => { seen.add(x) }", "keeps-state seen"),
        ("const state = {}; exports.set = (x) => Object.assign(state, x)", "keeps-state state"),
        ("const state = {}; exports.set = (x) => fill(state, x)", "keeps-state state"),
        ("const state = {}; exports.state = () => state", "keeps-state state"),
        ("const state = {}; exports.state = (o) => { o.state = state || 1 }", "keeps-state state"),
        ("function next() { next.n = (next.n || 0) + 1 }", "keeps-state next"),
        ("class A { static n = 0; up() { A.n++ } }", "keeps-state A"),
        ("class A { static up() { this.n++ } }", "keeps-state this.n"),
        ("module.exports = { list: [], add(x) { this.list.push(x) } }", "keeps-state this.list"),
        ("module.exports = { set: function (x) { each(() => { this.x = x }) } }", "keeps-state this.x"),
    ],
)  # fmt: skip
def test_what_runs_or_keeps_something_cannot(text: str, found: str) -> None:
    assert obstacle(text) == found


def test_the_obstacle_has_its_line() -> None:
    found = judged("const a = 1\n\nconst b = make()").obstacle
    assert found is not None
    assert found.line == 3


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("const a = " + "[" * 20_000 + "]" * 20_000, [""]),
        ("const a = " + "1 + " * 40_000 + "1", [""]),
        ("const a = " + "!" * 40_000 + "b", [""]),
        ("const a = x" + ".b" * 40_000, [""]),
        ("let x; function f() { " + "x = " * 40_000 + "1 }", ["keeps-state", "too-nested"]),
        ("let x; function f() { let x; " + "x = " * 40_000 + "1 }", ["too-nested"]),
        ("let x; " + "function f() { let x; x = 1; " * 5000 + "}" * 5000, ["too-nested"]),
        ("const { " + "a: { " * 20_000 + "b" + " }" * 20_000 + " } = c", ["too-nested"]),
        ("const a = " + "f(" * 40_000 + ")" * 40_000, ["runs-code"]),
    ],
    ids=["lists", "sums", "negations", "members", "assignments", "own assignments", "functions", "patterns", "calls"],
)
def test_no_script_takes_long(text: str, codes: list[str]) -> None:
    with work() as done:
        found = judged(text).obstacle
    assert (found.code if found else "") in codes
    assert done.calls < 80 * len(text)


def test_bundles_cannot() -> None:
    assert obstacle("//" + "x" * MAX_CHARACTERS) == "bundle"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("const lib = require('./lib'); Page({ f() { lib.count++ } })", {"./lib"}),
        ("import store, { list } from './store'; Page({ f() { store.a = 1; list.push(2) } })", {"./store"}),
        ("import * as all from './all'; Page({ f() { all.state.x = 1 } })", {"./all"}),
        ("const { state } = require('./s').default; Page({ f() { state.x = 1 } })", {"./s"}),
        ("const lib = require('./lib'); Page({ f(lib) { lib.count++ } })", set()),
    ],
)
def test_values_of_other_modules_that_it_changes(text: str, names: set[str]) -> None:
    assert judged(text).obstacle is None
    assert judged(text).changed == names


@pytest.mark.parametrize(
    "text",
    [
        "import type { A } from './a'\nconst app = getApp<A>()\nPage<A, any>({ data: { n: 1 as number } })",
        "enum E { A, B }\ninterface I { a: string }\ntype T = typeof E\n"
        "export function f(a: T, b?: I) { let c: I = b!; c = b! }",
    ],
)  # fmt: skip
def test_types_do_not_matter(text: str) -> None:
    assert obstacle(text, "pages/a/a.ts") == ""


def test_state_in_typescript() -> None:
    assert obstacle("let n: number = 0\nexport function up(): void { n = n + 1 }", "a.ts") == "keeps-state n"
