"""Which rule has a call, what it answers, how calls are counted."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from runtime.api.call import ApiFailure, Request
from runtime.mocks.book import Done, LetGo, MockBook, Ports, ScriptFault
from runtime.mocks.model import Condition, MockFile, MockRule


class Scripts:
    """Answers of functions, by their texts."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.ran: list[tuple[str, int]] = []

    def run(self, code: str, request: Request, count: int, done: Done) -> None:
        self.ran.append((code, count))
        done(self.answers[code])


class Calls:
    """A book, and what came of each call: what was answered and by which rule, or `real`."""

    def __init__(self, *rules: MockRule, off: bool = False) -> None:
        self.scripts = Scripts()
        self.waiting: list[tuple[int, Callable[[], None]]] = []
        self.book = MockBook(Ports(self.scripts, lambda ms, act: self.waiting.append((ms, act)), Random(7)))
        self.rules = self.book.take(MockFile(off=off, rules=list(rules)))

    def take(self, *rules: MockRule) -> None:
        self.rules = self.book.take(MockFile(rules=list(rules)))

    def call(self, name: str = "request", **args: Any) -> Any:
        came: list[Any] = []

        def answer(outcome: Any, by: str = "", /) -> None:
            came.append((_plain(outcome), by))

        if name not in self.rules:
            return "real"
        self.rules[name](Request(name, args), answer, lambda: came.append("real"))
        return came[0] if came else "waits"


def _plain(outcome: Any) -> Any:
    return (outcome.reason, outcome.errno) if isinstance(outcome, ApiFailure) else outcome


def test_the_first_rule_that_fits_answers() -> None:
    a, b = MockRule("request", "a", when=Condition(url="*/a"), result=1), MockRule("wx.request", result=2)
    calls = Calls(a, b, MockRule("login", fail="login:fail no", errno=4))
    assert [calls.call(url=url) for url in ("/a", "/b")] == [(1, "a"), (2, "request")]
    assert calls.call("login") == (("no", 4), "login")
    assert calls.call("scanCode") == "real"
    assert calls.book.hits[:2] == [1, 1]


def test_rules_that_are_off() -> None:
    rule = MockRule("request", result=1)
    assert Calls(rule, off=True).call() == "real"
    assert Calls(MockRule("request", off=True, result=2), rule).call() == (1, "request")


def test_the_number_of_the_call() -> None:
    when = Condition(url="*/a", nth=2)
    calls = Calls(MockRule("request", "2nd", when=when, result=1), MockRule("request", "two", when=Condition(first=2)))
    assert [calls.call(url=url) for url in ("/a", "/b", "/a", "/a", "/a")] == [
        "real", "real", (1, "2nd"), "real", "real",
    ]  # fmt: skip
    assert calls.book.hits == [1, 2]
    calls.book.start_afresh()
    assert [calls.call(url="/a") for _ in range(2)] == ["real", (1, "2nd")]


def test_a_saved_file_goes_on_counting() -> None:
    rule = MockRule("request", "a", when=Condition(first=2), result=1)
    calls = Calls(rule)
    calls.call()
    calls.take(MockRule("login", result={}), MockRule("request", "a", when=Condition(first=2), result=5))
    assert [calls.call(), calls.call()] == [(5, "a"), "real"]
    assert calls.book.hits == [0, 2]


def test_a_share_of_failures() -> None:
    calls = Calls(MockRule("request", result=1, fail="timeout", fail_rate=0.5))
    came = [calls.call()[0] for _ in range(200)]
    assert 60 < came.count(("timeout", None)) < 140
    assert {repr(one) for one in came} == {"1", "('timeout', None)"}
    assert Calls(MockRule("request", fail_rate=1)).call() == (("mock failure", None), "request")
    assert Calls(MockRule("request", fail_rate=0)).call() == "real"


def test_delays() -> None:
    calls = Calls(MockRule("request", result=1, delay=40), MockRule("login", delay=[10, 20]))
    assert calls.call() == "waits"
    assert calls.call("login") == "waits"
    (fixed, _), (between, _) = calls.waiting
    assert (fixed, 10 <= between <= 20) == (40, True)


def test_templates_and_functions() -> None:
    calls = Calls(MockRule("request", template={"n": "{{count}}", "u": "{{args.url}}"}), MockRule("login", script="f"))
    assert [calls.call(url="x")[0] for _ in range(2)] == [{"n": 1, "u": "x"}, {"n": 2, "u": "x"}]
    for answer, came in [
        ({"a": 1}, ({"a": 1}, "login")),
        (LetGo(), "real"),
        (ApiFailure("no", 1), (("no", 1), "login")),
    ]:
        calls.scripts.answers["f"] = answer
        assert calls.call("login") == came
    calls.scripts.answers["f"] = ScriptFault("it threw")
    assert str(calls.call("login")[0]) == "it threw"
    assert calls.scripts.ran == [("f", 1), ("f", 2), ("f", 3), ("f", 4)]


def test_a_real_call_passes_the_rules_and_what_it_leads_to_does_not() -> None:
    calls = Calls(MockRule("request", result=1))
    came: list[Any] = []
    calls.book.carry_out(lambda: came.extend((calls.call(), calls.call())))
    assert came == ["real", (1, "request")]
    calls.book.carry_out(lambda: None)
    assert calls.call() == (1, "request")


@pytest.mark.parametrize(("url", "came"), [("/a", [("timeout", 3)]), ("/b", [])], ids=["fits", "not"])
def test_what_a_call_would_get_is_not_counted(url: str, came: list[Any]) -> None:
    rule = MockRule("request", when=Condition(url="*a"), fail="timeout", errno=3, delay=500)
    calls = Calls(rule)
    told: list[Any] = []
    request = Request("request", {"url": url})
    is_fit = calls.book.would_answer(request, rule, lambda outcome: told.append(_plain(outcome)))
    assert is_fit == bool(came)
    assert told == came
    assert (calls.book.hits, calls.waiting) == ([0], [])
