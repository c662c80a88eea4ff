"""What the console gets to see of values: complete where they are small, never too much, never an exception."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.logic_program import LogicProgram, plain


@pytest.fixture(scope="module")
def program() -> LogicProgram:
    program = LogicProgram({"pages/p/p.wxml": "p", "pages/p/p.js": "Page({})"})
    program.launch()
    return program


def logged(program: LogicProgram, code: str) -> list[Any]:
    """Previews of the arguments of the one call of console.log in the code."""
    program.messages.clear()
    program.evaluate(f"(() => {{ {code} }})()")
    assert program.errors() == []
    assert program.last("evaluated").get("error") is None
    (log,) = program.of("log")
    args: list[Any] = log["args"]
    return args


THROWS = "{ get(){ throw 1 }, has(){ throw 1 }, ownKeys(){ throw 1 }, getPrototypeOf(){ throw 1 }, getOwnPropertyDescriptor(){ throw 1 } }"  # noqa: E501


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("new Proxy(new Map([[1, 2]]), {})", {}),
        ("new Proxy(new Set([1]), {})", {}),
        ("new Proxy(new Date(0), {})", {}),
        ("new Proxy(/a/, {})", {}),
        ("new Proxy(new Uint8Array(3), {})", {"0": 0, "1": 0, "2": 0}),
        ("new Proxy(new ArrayBuffer(3), {})", {}),
        ("new Proxy(Promise.resolve(), {})", {}),
        ("new Proxy([1, 2], {})", [1, 2]),
        ("new Proxy({ a: 1 }, {})", {"a": 1}),
        (f"new Proxy({{ a: 1 }}, {THROWS})", {}),
        (f"new Proxy([1], {THROWS})", {}),
        ("new Proxy(function f() {}, { get() { throw 1 } })", "f"),
        ("Object.create(Map.prototype)", {}),
        ("Object.create(Date.prototype)", {}),
        ("Object.create(null)", {}),
        ("Date.prototype", {}),
        ("new Date(NaN)", "Invalid Date"),
        ("new Date(0)", "1970-01-01T00:00:00.000Z"),
        ("/a/g", "/a/g"),
        ("new Map([[{}, 1], ['b', [2]]])", {"[object Object]": 1, "b": [2]}),
        ("new Map([[{ toString() { throw 1 } }, 1]])", {"[object]": 1}),
        ("new Set(['a', 'b'])", {"0": "a", "1": "b"}),
        ("({ get [Symbol.toStringTag]() { throw 1 } })", {}),
        ("class { static get name() { throw 1 } }", ""),
        ("class { static name() {} }", ""),
        ("Object.defineProperty(() => 1, 'name', { value: Symbol('x') })", ""),
        ("Object.assign(Object.create({ constructor: 3 }), { a: 1 })", {"a": 1}),
        ("Symbol('x')", "Symbol(x)"),
        ("2n", "2"),
    ],
)
def test_values_of_all_sorts(program: LogicProgram, value: str, shown: Any) -> None:
    (preview,) = logged(program, f"console.log({value})")
    assert plain(preview) == shown


def test_getters_and_errors_that_throw(program: LogicProgram) -> None:
    (preview,) = logged(program, "console.log({ a: 1, get b() { throw new Error('no') } })")
    assert [(name, member["t"], member.get("v")) for name, member in preview["props"]] == [
        ("a", "number", 1), ("b", "error", "Error: no"),
    ]  # fmt: skip
    hostile = "{ get message() { throw 1 }, get name() { throw 1 }, get stack() { throw 1 } }"
    error = f"Object.create(Error.prototype, Object.getOwnPropertyDescriptors({hostile}))"
    (preview,) = logged(program, f"console.log({error})")
    assert (preview["t"], preview["stack"]) == ("error", [])
    for thrown in (hostile, error, "Object.create(null)", "{ toString() { throw 1 } }"):
        program.messages.clear()
        program.evaluate(f"setTimeout(() => {{ throw {thrown} }}, 0)")
        assert len(program.errors()) == 1


@pytest.mark.parametrize(
    "code",
    [
        "console.log(...Array.from({ length: 5000 }, () => 'x'.repeat(20000)))",
        "console.log(Array.from({ length: 120 }, () => Array.from({ length: 120 }, () => 'x'.repeat(2000))))",
        "const o = {}; for (let i = 0; i < 300; i++) o['k'.repeat(9000) + i] = { a: { b: 1 } }; console.log(o)",
        "console.log(new Map(Array.from({ length: 1e5 }, (_, i) => ['x'.repeat(2000) + i, i])))",
        "console.log(new Set(Array.from({ length: 1e5 }, (_, i) => 'x'.repeat(2000) + i)))",
        "console.log(new Error('x'.repeat(5e6)), Symbol('x'.repeat(5e6)), { ['x'.repeat(5e6)]() {} })",
    ],
)
def test_one_message_is_never_long(program: LogicProgram, code: str) -> None:
    assert len(json.dumps(logged(program, code))) < 400_000


def test_what_is_left_out_can_be_asked_for(program: LogicProgram) -> None:
    (preview,) = logged(program, "console.log(new Map(Array.from({ length: 250 }, (_, i) => ['k' + i, i])))")
    assert (len(preview["props"]), preview["n"], preview["more"]) == (100, 250, True)
    program.send(m="inspect", request_id=4, what="object", object_id=preview["id"], start=200)
    rest = program.last("inspected")["value"]
    assert ([name for name, _ in rest["props"]], rest["start"]) == ([f"k{i}" for i in range(200, 250)], 200)
    (preview,) = logged(program, "console.log(Array.from({ length: 50 }, () => Array.from({ length: 99 }, () => 1)))")
    cut = preview["items"][-1]
    assert (cut["items"], cut["more"], cut["n"]) == ([], True, 99)
    program.send(m="inspect", request_id=4, what="object", object_id=cut["id"])
    assert len(program.last("inspected")["value"]["items"]) == 99
