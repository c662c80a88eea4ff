"""Functions marked `'worklet'` are made known with their text and what is around them, and mean what they meant."""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs

from runtime.compiler.script.compile import compile_script

PRELUDE = """
var known = [];
function __worklet(fn, text, line, taken, own) {
  if (text !== undefined) known.push({ fn, text, line, taken, own: own ?? null });
  return fn;
}
"""
EXPORTS = (
    "var module = {exports: {}}, exports = module.exports, require = () => ({K: 5, default: 6, __esModule: true});"
)


def known(code: str, said: str = "null") -> tuple[list[dict[str, Any]], Any]:
    """What a script makes known, and the value of an expression behind it."""
    script = compile_script("a.js", code, "javascript")
    assert script.diagnostics == ()
    assert script.code.count("\n") == code.count("\n")
    context = quickjs.Context()
    context.eval(PRELUDE + EXPORTS)
    value = context.eval(f"(function () {{{script.code}\nreturn JSON.stringify({said} ?? null)}})()")
    seen = """JSON.stringify(known.map(({ text, line, taken, own }) => ({
      text, line, own, taken: Object.fromEntries(Object.entries(taken).map(([n, get]) => [n, typeof get()])) })))"""
    found: list[dict[str, Any]] = json.loads(context.eval(seen))
    return found, json.loads(value)


@pytest.mark.parametrize(
    ("code", "taken", "own"),
    [
        ("const k = 1\nconst f = (x) => { 'worklet'; return x + k }", {"k": "number"}, None),
        ("const k = 1, f = function () { \"worklet\"; return k }", {"k": "number"}, None),
        ("function f(a) { 'worklet'; return f(a - 1) }", {"f": "function"}, None),
        ("const o = { f() { 'worklet'; return this.x.value + this.data.a } }", {}, ["data.a", "x"]),
        ("const o = { 'f-g'() { 'worklet' } }", {}, None),
        ("const f = () => { 'worklet'; const { a, b: c } = this }", {"this": "object"}, ["a", "b"]),
        ("const o = { f() { 'worklet'; g(this) } }", {}, ["*"]),
        ("const o = { f() { 'worklet'; return this.g.bind(this) } }", {}, ["g"]),
        # What the language has, its own names, and what nobody binds stay out.
        ("const f = (x) => { 'worklet'; let y = Math.max(x, z); for (const i of [y]) { y = i } }", {}, None),
        ("const f = () => { 'worklet'; const g = (a) => a; return g(1) }", {}, None),
        (
            "import { K as k, default as D } from './k'\nconst f = () => { 'worklet'; return k + D }",
            {"k": "number", "D": "number"}, None,
        ),
        (
            "function outer(a) { const b = 1; return () => { 'worklet'; return a + b } }\nouter(2)",
            {"a": "number", "b": "number"}, None,
        ),
        ("const f = () => { /* a */ 'use strict'; 'worklet'; return k }\nvar k = 1", {"k": "number"}, None),
    ],
)  # fmt: skip
def test_what_a_worklet_takes_from_around_it(code: str, taken: dict[str, str], own: list[str] | None) -> None:
    [found], _ = known(code)
    assert (found["taken"], found["own"]) == (taken, own)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("const f = (x) => { 'worklet'; return x }", "(x) => { 'worklet'; return x }"),
        ("function f(a) { 'worklet' }", "function f(a) { 'worklet' }"),
        ("const o = { f(a) { 'worklet' } }", "({f(a) { 'worklet' }}).f"),
        ("const o = { 'f-g'() { 'worklet' } }", "({'f-g'() { 'worklet' }})['f-g']"),
    ],
)
def test_the_text_is_an_expression(code: str, text: str) -> None:
    assert known(code)[0][0]["text"] == text


@pytest.mark.parametrize(
    "code",
    [
        "const f = () => { return 'worklet' }",
        "const f = () => { g(); 'worklet' }",
        "'worklet'; const f = () => 1",
        "class A { m() { 'worklet' } }",
        "const o = { get a() { 'worklet'; return 1 } }",
        "const o = { [a + b]() { 'worklet' } }; var a, b",
    ],
)
def test_what_is_no_worklet(code: str) -> None:
    assert known(code)[0] == []


@pytest.mark.parametrize(
    ("code", "said", "expected"),
    [
        ("const f = a => b => { 'worklet'; return a + b }", "f(1)(2)", 3),
        ("const f = () => { 'worklet'; return () => { 'worklet'; return 4 } }", "f()()", 4),
        ("const o = { x: 7, f() { 'worklet'; return this.x }, g: () => 1 }", "[o.f(), o.g()]", [7, 1]),
        ("const o = { async f() { 'worklet' }, *g() { 'worklet'; yield 2 } }", "[...o.g()]", [2]),
        ("return JSON.stringify(f())\nfunction f() { 'worklet'; return 8 }", "0", 8),
        ("'use strict'\nfunction f() { 'worklet'; return this === undefined }", "f()", True),
        ("export function f() { 'worklet'; return 9 }", "exports.f()", 9),
        ("export default function f() { 'worklet'; return 9 }", "exports.default()", 9),
    ],
)
def test_worklets_mean_what_they_meant(code: str, said: str, expected: Any) -> None:
    assert known(code, said)[1] == expected


def test_a_declaration_is_known_before_its_place() -> None:
    [found], _ = known("return JSON.stringify(1)\nfunction f() { 'worklet'; return k }\nvar k = 1")
    assert found["line"] == 2


def test_lines_count_from_the_file() -> None:
    found, _ = known("\n\nconst a = () => { 'worklet' }\nconst b = {\n  c() { 'worklet' }\n}")
    assert [one["line"] for one in found] == [3, 5]


def test_deep_nesting_is_given_up() -> None:
    depth = 20000
    script = compile_script("a.js", "[" * depth + "() => { 'worklet' }" + "]" * depth, "javascript")
    assert script.code.count("[") >= depth
