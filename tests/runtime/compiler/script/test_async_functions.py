"""Async functions mean what they meant, and hand their promise to the base library."""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs

from runtime.compiler.script.compile import compile_script
from runtime.compiler.script.edits import source_column

PRELUDE = """
var log = [], watched = 0;
function tell(...values) { log.push(values.map(String).join(' ')); }
function __async(fn, args) { watched++; return Reflect.apply(fn, undefined, args); }
"""


def run(code: str) -> tuple[list[str], int]:
    """What a script tells until nothing is left to do, and how many calls were watched."""
    context = quickjs.Context()
    context.eval(PRELUDE)
    exports = "var module = {exports: {}};"
    context.eval(f"{exports}(function (require, module, exports) {{{code}\n}})(null, module, module.exports)")
    while context.execute_pending_job():
        pass
    answer: list[Any] = json.loads(context.eval("JSON.stringify([log, watched])"))
    return answer[0], answer[1]


def compiled(text: str) -> str:
    script = compile_script("a.js", text, "javascript")
    assert script.diagnostics == ()
    assert script.code.count("\n") == text.count("\n")
    return script.code


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("async function f(a, b) { tell(a, b, arguments.length); return 7 }\nf(1).then(tell)", 1),
        ("const f = async (a, {b}, [c] = [3], ...d) => tell(a, b, c, d)\nf(1, {b: 2}, undefined, 4, 5)", 1),
        ("const f = async a => a\nf(1).then(tell)", 1),
        ("const f = async a => ({ a }) // c\nf(1).then((v) => tell(v.a))", 1),
        ("const f = async a => async b => a + b\nf(1).then((g) => g(2)).then(tell)", 2),
        ("var a = 1\nasync function f(a) { var a = a || 5; { var a = 6 } tell(a) }\nf(0)", 1),
        ("async function f({a}) {}\nf().catch((e) => tell(e.name))", 1),
        ("async function f(a = nope) {}\nf().catch((e) => tell(e.name)); tell('on')", 1),
        ("async function f(a = 1, b = a + 1) { tell(a, b) }\nf(); f(3)", 2),
        ("const o = { x: 1, async m() { return this.x }, n: async function () { return this.x } }\no.m().then(tell); o.n().then(tell)", 2),  # noqa: E501
        ("const o = { x: 1, m() { return (async () => this.x + arguments[0])() } }\no.m(2).then(tell)", 1),
        ("class A { async m() { return 'A' } static async s() { return this.name } }\nclass B extends A { async m() { return 'B' + await super.m() } }\nnew B().m().then(tell); B.s().then(tell)", 3),  # noqa: E501
        ("class A { x = 1\nasync ['m']() { return this.x }\n  #p = 2\n  async #q() { return this.#p }\n  f = async () => this.#q() }\nconst a = new A()\na.m().then(tell); a.f().then(tell)", 3),  # noqa: E501
        ("async function f() { 'use strict'; return this }\nf().then((v) => tell(v === undefined))", 1),
        ("async function* g() { yield 1; yield 2 }\n;(async () => { for await (const v of g()) tell(v) })()", 1),
        ("const f = async function fact(n) { return n < 2 ? 1 : n * await fact(n - 1) }\nf(5).then(tell)", 5),
        ("hoisted().then(tell)\nasync function hoisted() { return 'up' }", 1),
        ("if (true) { async function f() { return 1 } f().then(tell) }", 1),
        ("const names = [async function a() {}, async () => {}, async (b) => b, async function (c, d, e = 1) {}]\nnames.forEach((f) => tell(f.name, f.length))\nconst k = async (x, y) => 1; tell(k.name, k.length)", 0),  # noqa: E501
        ("const o = { async m(a, b) {}, k: async (z) => z, async 'str'() {}, async 3() {} }\nObject.keys(o).forEach((key) => tell(o[key].name, o[key].length))", 0),  # noqa: E501
        ("tell('first')\nasync function f() { tell('in'); await null; tell('later') }\nf(); tell('out')", 1),
        ("async function f() { throw new Error('x') }\nf().then(() => {}, (e) => tell(e.message))", 1),
        ("const a = 1\n;(async () => { tell(await a) })()", 1),
        ("let __parameter0 = 'mine', __parameters = 'too'\nconst f = async a => __parameter\nvar __parameter = 1\nf(1).then(tell)", 1),  # noqa: E501
        ("const f = async () =>\n  await 1\nf().then(tell)", 1),
        ("async function f()\n{\n  return 1\n}\nf().then(tell)", 1),
        ("label: for (;;) { (async () => { tell(1) })(); break label }", 1),
        ("const f = true ? async () => 1 : async () => 2, g = 3\nf().then((v) => tell(v, g))", 1),
        ("[1, 2].map(async (v) => v * 2).forEach((p) => p.then(tell))", 2),
        ("const { f = async (a) => a } = {}\nf(1).then(tell)", 1),
        ("const f = async ({ a = async () => 1 } = {}) => a()\nf().then(tell)", 2),
        ("var async = 1; tell(async)\nconst o = { async, get: async + 1 }; tell(o.async, o.get)", 0),
        ("function async(x) { return x } tell(async (4)); tell(async)", 0),
        ("const text = 'async function f() {}', regular = /async () => x/\ntell(text, regular) // async () => 1", 0),
        ("export const a = async () => 1\nexport async function b() { return 2 }\nexport default async () => 3\na().then(tell); b().then(tell)", 2),  # noqa: E501
        ("async function f() { return await new Promise((resolve) => resolve(async () => 'deep')) }\nf().then((g) => g()).then(tell)", 2),  # noqa: E501
    ],
)  # fmt: skip
def test_the_meaning_stays(code: str, calls: int) -> None:
    plain = code.replace("export default ", "module.d = ").replace("export ", "")
    said, watched = run(compiled(code))
    assert said == run(plain)[0]
    assert watched == calls


def test_scripts_without_async_functions_pass_as_they_are() -> None:
    code = "var f = function () { return 1 } // async\n"
    assert compile_script("a.js", code, "javascript").code == code
    assert compile_script("a.js", code, "javascript").column_maps == ()


def test_columns_lead_back() -> None:
    code = "const f = async (a) => { nope(a) }, g = async function () { await nope() }"
    script = compile_script("a.js", code, "javascript")
    (columns,) = script.column_maps
    for at in (script.code.index("nope(a)"), script.code.index("nope()")):
        name = script.code[at : at + 6]
        assert source_column(columns, 1, at + 1) == code.index(name) + 1


def test_typescript() -> None:
    code = "const f = async <T>(a: T, b?: number): Promise<T> => a\nclass A { async m(x: string): Promise<void> {} }"
    script = compile_script("a.ts", code, "typescript")
    assert script.diagnostics == ()
    assert script.code.count("__async(") == 2
    assert run(f"{script.code}\nf(1).then(tell); new A().m('x').then(tell)") == (["1", "undefined"], 2)
