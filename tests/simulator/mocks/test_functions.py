"""Functions of mock rules in their engine: what they answer, and what they cannot do to it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from runtime.protocol.mocks import Ask, End, FromFunctions, Run, Settle, decode_from_functions
from simulator.mocks.functions import LOST_WITH, Functions

SHORT_S = 0.3
SETTLED = Settle(1, 1, True, {"statusCode": 200, "data": {"$b64": "AQI="}})


class Runs:
    def __init__(self) -> None:
        self.functions = Functions(SHORT_S)

    def __call__(self, code: str, run: int = 1, **args: Any) -> list[FromFunctions]:
        return self.take(Run(run, code, args, 3))

    def take(self, message: Run | Settle) -> list[FromFunctions]:
        return [decode_from_functions(line) for line in self.functions.take(msgspec.json.encode(message), message)]


@pytest.fixture
def runs() -> Runs:
    return Runs()


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("(args) => ({ url: args.url, n: [1] })", End(1, "result", {"url": "u", "n": [1]})),
        ("async (args, { count }) => count", End(1, "result", 3)),
        ("() => undefined", End(1, "result", None)),
        ("function named() { return 'a' }", End(1, "result", "a")),
        ("() => 1 // a comment at the end", End(1, "result", 1)),
        ("() => ({ data: new Uint8Array([1, 2]).buffer })", End(1, "result", {"data": {"$b64": "AQI="}})),
        ("() => '\\ud800'", End(1, "result", "\ufffd")),
        ("(a, { fail }) => fail('no', 4)", End(1, "fail", {"reason": "no", "errno": 4})),
        ("(a, { fail }) => { throw fail() }", End(1, "fail", {"reason": "", "errno": None})),
        ("() => { throw { errMsg: 'request:fail x' } }", End(1, "fail", {"reason": "request:fail x", "errno": None})),
        ("(a, { origin }) => origin", End(1, "origin")),
        ("() => { throw new RangeError('far') }", End(1, "error", "RangeError: far")),
        ("() => { throw 'text' }", End(1, "error", "text")),
        ("() => Promise.reject(null)", End(1, "error", "null")),
        ("5", End(1, "error", "TypeError: a function is wanted: (args, { origin }) => result")),
        ("() => { const a = {}; a.a = a; return a }",
         End(1, "error", "the result is no JSON: TypeError: circular reference")),
        ("() => 'x'.repeat(2 ** 29)", None),
        ("() => { const all = []; for (;;) all.push(new Array(9999).fill(1)) }", None),
        ("() => { (function deeper() { deeper() })() }", None),
        ("() => x y", None),
    ],
    ids=str.split(
        "object async nothing named comment buffer surrogate fail thrown errmsg origin error text null number circle "
        "long memory stack syntax"
    ),
)  # fmt: skip
def test_answers(runs: Runs, code: str, end: End | None) -> None:
    (came,) = runs(code, url="u")
    assert isinstance(came, End)
    assert came == end if end else came.how == "error"
    assert runs("() => 1") == [End(1, "result", 1)]


@pytest.mark.parametrize(
    "code",
    ["() => { for (;;); }", "async () => { for (;;) await 0 }", "() => /(a+)+$/.test('a'.repeat(60) + 'b')"],
    ids=["loop", "promises", "pattern"],
)
def test_what_does_not_end_is_stopped_and_takes_the_others_along(runs: Runs, code: str) -> None:
    assert runs("async (a, { origin }) => await origin()", run=1) == [Ask(1, 1, "origin", {})]
    assert runs(code, run=2) == [
        End(1, "error", LOST_WITH),
        End(2, "error", f"the function did not end within {SHORT_S} s"),
    ]
    # The answer to what was lost reaches nobody, though another function has asked meanwhile.
    assert runs("async (a, { origin }) => await origin()", run=3) == [Ask(3, 1, "origin", {})]
    assert runs.take(SETTLED) == []
    assert runs.take(Settle(3, 1, True, 5)) == [End(3, "result", 5)]


def test_the_real_call_and_waiting(runs: Runs) -> None:
    code = "async (args, { origin, wait }) => { await wait(20); const r = await origin({ ...args, b: 2 }); \
            return { ...r, size: r.data.byteLength } }"
    assert runs(code, a=1) == [Ask(1, 1, "wait", 20)]
    assert runs.take(Settle(1, 1, True)) == [Ask(1, 2, "origin", {"a": 1, "b": 2})]
    (end,) = runs.take(Settle(1, 2, True, SETTLED.value))
    assert end == End(1, "result", {"statusCode": 200, "data": {"$b64": "AQI="}, "size": 2})


def test_a_real_failure_is_passed_on_unless_it_is_caught(runs: Runs) -> None:
    failure = {"errMsg": "request:fail timeout", "errno": 5}
    runs("async (args, { origin }) => await origin()", run=1)
    assert runs.take(Settle(1, 1, False, failure)) == [End(1, "fail", {"reason": "request:fail timeout", "errno": 5})]
    runs("async (args, { origin }) => { try { await origin() } catch (error) { return error.errno } }", run=2)
    assert runs.take(Settle(2, 2, False, failure)) == [End(2, "result", 5)]


def test_what_a_function_does_to_its_world_is_its_own_affair(runs: Runs) -> None:
    polluting = "() => { Object.prototype.m = 'x'; Object.prototype.how = 'x'; JSON.stringify = Promise = null; \
                 globalThis.kept = (globalThis.kept || 0) + 1; return { kept } }"
    assert runs(polluting) == [End(1, "result", {"kept": 1})]
    assert runs(polluting, __proto__={"a": 1}) == [End(1, "result", {"kept": 2})]


def test_names_that_mean_something_elsewhere_are_plain_members(runs: Runs) -> None:
    (end,) = runs("(args) => [Object.keys(args), ({}).polluted, args.polluted]", __proto__={"polluted": 1})
    assert end == End(1, "result", [["__proto__"], None, None])
