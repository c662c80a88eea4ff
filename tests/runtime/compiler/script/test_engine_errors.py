"""Which expression an error of the engine is about: the engine itself says where, the parser says what."""

from __future__ import annotations

import json

import pytest
import quickjs

from runtime.compiler.script.engine_errors import described

PRELUDE = "Error.prepareStackTrace = (e, sites) => `${sites[0].getLineNumber()}:${sites[0].getColumnNumber()}`;"
VALUES = "var a, b = { c() { return 1 }, d: {}, list: [] }, x = {}, y = {}, t = { data: { list: {} } };"


def told(code: str, *, prepared: str = VALUES) -> str:
    """What is said of the error that the body of a function ends with."""
    text = f"(function f() {{ 'use strict'; {prepared}\n{code}\n}})()"
    context = quickjs.Context()
    context.eval(PRELUDE)
    wrapped = f"try {{ (0, eval)({json.dumps(text)}); '[]' }} catch (e) {{ JSON.stringify([e.message, e.stack]) }}"
    message, place = json.loads(context.eval(wrapped))
    line, _, column = str(place).partition(":")
    return described(text, int(line), int(column), message) if line.isdigit() else str(message)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("x.foo(1)", "x.foo is not a function"),
        ("t.data.list.foo(1, 2)", "t.data.list.foo is not a function"),
        ("t\n  .data\n  .list\n  .foo\n  (1)", "t.data.list.foo is not a function"),
        ("a()", "a is not a function"),
        ("  a  (  1  )", "a is not a function"),
        ("x['y' + 1](3)", "x['y' + 1] is not a function"),
        ("x[y](3)", "x[y] is not a function"),
        ("if (x.isOk()) {}", "x.isOk is not a function"),
        ("return x.y(1) + 2", "x.y is not a function"),
        ("return 2 + x.y(1)", "x.y is not a function"),
        ("b.c() + x.y(b)", "x.y is not a function"),
        ("var z = x.y(1), w = 2", "x.y is not a function"),
        ("a ? 1 : x.y()", "x.y is not a function"),
        ("throw x.error('text')", "x.error is not a function"),
        ("b.c(1, 2).d(3)", "b.c(1, 2).d is not a function"),
        ("x.y`a`", "x.y is not a function"),
        ("x.y`a${b}c`", "x.y is not a function"),
        ("x.y(b, y)", "x.y is not a function"),
        ("x.y(b, 1)", "x.y is not a function"),
        ("x.y(1 + 2)", "x.y is not a function"),
        ("x.y(b + 2)", "x.y is not a function"),
        ("x.y(...b.list)", "x.y is not a function"),
        ("x.y({ a, b: y })", "x.y is not a function"),
        ("x.y(function () { return b })", "x.y is not a function"),
        ("x.y(() => { y.z() })", "x.y is not a function"),
        ("x.y(b.d, (p) => p)", "x.y is not a function"),
        ("b.d.m?.(); b.n?.x.y; b.q()", "b.q is not a function"),
        ("(0, x.y)(1)", "x.y is not a function"),
        ("var __mod1 = x; (0,__mod1.load)(1)", "load is not a function"),
        ("new a()", "a is not a constructor"),
        ("new x.Y(b)", "x.Y is not a constructor"),
        ("new x.Y(1)", "x.Y is not a constructor"),
        ("(x.y || x.z)(1)", "(x.y || x.z) is not a function"),
        ("class A { m() { return x.n() } } new A().m()", "x.n is not a function"),
        ("const g = () => x.n(); g()", "x.n is not a function"),
        ("[1].forEach((v) => v.nope())", "v.nope is not a function"),
        ("'日本語😀'; x.foo('中')", "x.foo is not a function"),
        # The engine has noted the same place for both: it is either.
        ("x.y(b.c())", "x.y or b.c is not a function"),
        ("b.c(x.q())", "b.c or x.q is not a function"),
        ("b.c()()", "b.c() or b.c is not a function"),
        ("x.y(b.c(x.z()))", "not a function"),
        # Nobody says what the argument was.
        ("[1].map(x.y)", "not a function"),
    ],
)
def test_what_is_no_function(code: str, words: str) -> None:
    assert told(code) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("b.q.z", "cannot read property 'z' of undefined (b.q)"),
        ("x.a.b.c(1)", "cannot read property 'b' of undefined (x.a)"),
        ("t.data.user.name", "cannot read property 'name' of undefined (t.data.user)"),
        ("t.data.user.name.length", "cannot read property 'name' of undefined (t.data.user)"),
        ("a.b", "cannot read property 'b' of undefined (a)"),
        ("null.x", "cannot read property 'x' of null"),
        ("b.q[0]", "cannot read property '0' of undefined (b.q)"),
        ("b.q['k']", "cannot read property 'k' of undefined (b.q)"),
        ("b.q[b.list.length]", "cannot read property '0' of undefined (b.q)"),
        ("b.c().d.e", "cannot read property 'e' of undefined (b.c().d)"),
        ("b.q.z = 1", "cannot set property 'z' of undefined (b.q)"),
        ("b.q.z = y", "cannot set property 'z' of undefined (b.q)"),
        ("b.q.z.w = b.c()", "cannot read property 'z' of undefined (b.q)"),
        ("`${b.q.z}`", "cannot read property 'z' of undefined (b.q)"),
        ("typeof b.q.z", "cannot read property 'z' of undefined (b.q)"),
        ("b.d?.e.f", "cannot read property 'f' of undefined (b.d?.e)"),
        ("const g = (p) => p.q; g()", "cannot read property 'q' of undefined (p)"),
        ("this.data.user.name", "cannot read property 'data' of undefined (this)"),
        ("b.c(); this.data.name = 1", "cannot read property 'data' of undefined (this)"),
        ("throw this.data.name", "cannot read property 'data' of undefined (this)"),
        ("const { z } = b.q", "Cannot convert undefined or null to object"),
    ],
)
def test_whose_member_was_read(code: str, words: str) -> None:
    assert told(code) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("for (const v of x.y) {}", "x.y is not iterable"),
        ("b.c(...x.y)", "x.y is not iterable"),
        ("return [...b.q]", "b.q is not iterable"),
    ],
)
def test_what_cannot_be_gone_through(code: str, words: str) -> None:
    assert told(code) == words


@pytest.mark.parametrize("message", ["x is not defined", "not a function", "cannot read property 'x' of undefined", ""])
def test_places_that_lead_nowhere(message: str) -> None:
    for line, column in ((1, 1), (1, 500), (99, 1), (0, 0), (2, 3)):
        assert described("var a = 1\nfoo: for (;;) break foo", line, column, message) == message
    assert described("}} not ( a script", 1, 4, message) == message
    assert described("", 1, 1, message) == message


def test_long_expressions_are_no_names() -> None:
    assert told(f"x['{'k' * 200}']()") == "not a function"


def test_a_long_chain_of_calls_is_named_without_what_they_are_given() -> None:
    code = "const load = () => ({ then() { return {} } });\nload(b.list).then((one) => {\n  " + "b.c(one);\n  " * 30
    assert told(f"{code}}})\n  .error(() => 1).finally(() => 2)") == "load(…).then(…).error is not a function"
