"""Scripts whose functions report when they run do what they did, and tell who ran in whom."""

from __future__ import annotations

import json
from typing import Any

import pytest
import quickjs

from runtime.compiler.debugging.profiled import MAX_BYTES, TAKE, profiled
from runtime.compiler.script.compile import compile_script

ASYNC = "globalThis.__async = (fn, args) => Reflect.apply(fn, undefined, args);"


def run(code: str) -> tuple[Any, list[tuple[str, int]]]:
    """What `told` holds in the end, with and without reports the same; and the calls by name and depth, by begin."""
    compiled = compile_script("a.js", code, "javascript").code
    entry = {"code": compiled}
    made = profiled({"a.js": entry})
    results, calls = [], []
    for text in (compiled, made.scripts["a.js"]["code"]):
        context = quickjs.Context()
        context.eval(f"{ASYNC} var told = []; var exports = {{}}, module = {{ exports }};")
        context.eval(f"(function () {{ {text}\n }})()")
        while context.execute_pending_job():
            pass
        results.append(json.loads(context.eval("JSON.stringify(told)")))
        if text is not compiled:
            numbers = json.loads(context.eval(f"JSON.stringify({TAKE}.calls)"))
            ended = [numbers[at : at + 4] for at in range(0, len(numbers), 4)]
            calls = [(made.functions[one[0]].name, one[3]) for one in ended]
    assert results[0] == results[1]
    return results[1], calls


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        ("function f(a) { return g(a) + 1 }\nconst g = (a) => a * 2\ntold.push(f(3))", [("g", 1), ("f", 0)]),
        ("const o = { m() { return this.v }, v: 4, get w() { return 5 }, n() {} }\ntold.push(o.m(), o.w, o.n())",
         [("m", 0), ("w", 0)]),
        ("class A { constructor() { this.a = 1 } }\nclass B extends A { constructor() { super(); this.b = 2 } }\n"
         "told.push(new B())", [("constructor", 1), ("constructor", 0)]),
        ("function f() { throw new Error('x') }\ntry { f() } catch (e) { told.push(e.message) }", [("f", 0)]),
        ("const o = () => ({ a: 1 }), n = (x) => (y) => x + y\ntold.push(o(), n(1)(2))",
         [("o", 0), ("n", 0), ("(anonymous)", 0)]),
        ("function strict() { 'use strict'; return this === undefined }\ntold.push(strict())", [("strict", 0)]),
        ("function* g() { told.push(yield 1); yield* [2] }\nconst i = g()\ntold.push(i.next(), i.next('in'), i.next())",
         [("g", 0), ("g", 0)]),
        ("function d(a, b = a + 1, ...rest) { return [a, b, rest, arguments.length] }\ntold.push(d(1), d(1, 2, 3))",
         [("d", 0), ("d", 0)]),
        ("", []),
    ],
)  # fmt: skip
def test_a_script_does_what_it_did(code: str, calls: list[tuple[str, int]]) -> None:
    assert run(code)[1] == calls


def test_what_waits_does_not_run_meanwhile() -> None:
    told, calls = run(
        "async function slow() { told.push(1); const x = await Promise.resolve(2); told.push(x); other(); return 3 }\n"
        "function other() { told.push('other') }\n"
        "slow().then((x) => told.push(x)); told.push('after')"
    )
    assert told == [1, "after", 2, "other", 3]
    # Up to the wait, and after it with what it calls.
    assert [depth for _, depth in calls] == [0, 1, 0, 0]


def test_a_rejection_is_thrown_where_it_was() -> None:
    told, _ = run(
        "async function f() { try { await Promise.reject(new Error('no')) } catch (e) { told.push(e.message) } }\nf()"
    )
    assert told == ["no"]


def test_lines_stay_and_columns_lead_back() -> None:
    made = profiled({"a.js": {"code": "\nfunction f() {\n  fail()\n}\n"}}).scripts["a.js"]
    assert made["code"].split("\n")[2] == "  fail()"
    assert len(made["columns"]) == 1


def test_packages_and_what_cannot_be_read_run_as_they_are() -> None:
    scripts = {"miniprogram_npm/a/index.js": "f()", "broken.js": "function (", "large.js": " " * (MAX_BYTES + 1)}
    made = profiled({path: {"code": code} for path, code in scripts.items()})
    assert (dict(made.scripts), made.functions) == ({}, ())


def test_a_program_with_more_calls_than_there_is_room_for_says_how_many() -> None:
    made = profiled({"a.js": {"code": "function f() { return 1 }\nfor (let i = 0; i < 50010; i++) f()"}})
    context = quickjs.Context()
    context.eval(made.scripts["a.js"]["code"])
    assert context.eval(f"var taken = {TAKE}; taken.calls.length / 4 + ' ' + taken.lost") == "50000 10"
    assert context.eval(f"{TAKE}.lost") == 0
