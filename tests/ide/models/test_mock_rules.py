"""Mock rules as forms, as rows, and made of answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from ide.models.mocks.drafts import DraftError, RuleDraft, arguments_of, draft_of, rule_of
from ide.models.mocks.from_answers import add_rule, can_mock_call, can_mock_exchange, rule_of_call, rule_of_exchange
from ide.models.mocks.lists import moved, rows_of
from ide.models.texts import load_texts
from runtime.mocks.model import Condition, MockFile, MockRule
from runtime.mocks.read import MOST_RULES
from simulator.traffic.exchange import Exchange
from tests.support.debug_target import record
from tests.support.mock_rules import FakeMocks

TEXTS = load_texts("en")
WHEN = Condition("*/a", "POST", {"x": "*"}, {"data.id": 1}, nth=2)


@pytest.mark.parametrize(
    "rule",
    [
        MockRule("request", "t", when=WHEN, result={"a": [1, None]}, delay=5),
        MockRule("wx.login", result=None, off=True),
        MockRule("login", template={"n": "{{count}}"}, delay=[1, 2.5]),
        MockRule("login", script=["() => {", "}"], fail_rate=0.25),
        MockRule("login", script="() => 1"),
        MockRule("login", fail="no", errno=4),
        MockRule("login", fail="", fail_rate=0),
        MockRule("login", result=1, fail="timeout", errno=5, fail_rate=0.5),
        MockRule("login", script="f", fail="timeout", fail_rate=1),
        MockRule("login"),
    ],
    ids=str.split("fixed null template lines line fail rate both function none"),
)
def test_a_rule_comes_back_from_its_form(rule: MockRule) -> None:
    assert rule_of(draft_of(rule), off=rule.off) == rule


@pytest.mark.parametrize(
    ("changes", "field", "what"),
    [
        ({"api": " "}, "api", "a rule names its API"),
        ({"body": '{\n "a": }'}, "body", "2:7: Expecting value"),
        ({"body": "[" * 99_999}, "body", "1:1: "),
        ({"body": "[" * 700 + "]" * 700}, "body", "nested"),
        ({"body": "NaN"}, "body", "1:1: NaN is no JSON"),
        ({"kind": "script", "body": " "}, "body", "1:1: a function is wanted"),
        ({"more": "[]"}, "more", "an object is wanted"),
        ({"more": '{"nth": 0}'}, "more", "Expected `int` >= 1"),
        ({"more": '{"nht": 1}'}, "more", "unknown field `nht`"),
        ({"errno": "1e999"}, "errno", "a number is wanted"),
        ({"errno": "x"}, "errno", "a number is wanted"),
        ({"fail_rate": "101"}, "fail_rate", "<= 1.0"),
        ({"fail_rate": "nan"}, "fail_rate", "a number is wanted"),
        ({"fail": "x"}, "fail_rate", "needs a `failRate`"),
        ({"errno": "5"}, "fail_rate", "needs a `failRate`"),
        ({"delay": "5 – 1"}, "delay", "the shortest delay comes first"),
        ({"delay": "1 2 3"}, "delay", "a number is wanted"),
        ({"delay": "99999"}, "delay", "30000"),
    ],
)
def test_what_cannot_be_is_told_with_its_field(changes: dict[str, Any], field: str, what: str) -> None:
    with pytest.raises(DraftError) as raised:
        rule_of(replace(RuleDraft("request"), **changes))
    assert raised.value.field == field
    assert what in raised.value.what


def test_arguments_to_try_with() -> None:
    assert [arguments_of(text) for text in ("", '{"a": 1}')] == [{}, {"a": 1}]
    with pytest.raises(DraftError, match="an object is wanted"):
        arguments_of("[1]")


def test_rows() -> None:
    rules = [
        MockRule("request", when=WHEN, result={"x": "needle"}, fail_rate=0.5, delay=[10, 20]),
        MockRule("login", "a name", off=True),
    ]
    first, second = rows_of(MockFile(rules=rules), [3], "", TEXTS)
    assert (first.title, first.what, first.is_on, first.hits) == (
        "POST */a", "Fixed answer · 50 % fail · 10–20 ms", True, 3,
    )  # fmt: skip
    assert (second.title, second.what, second.is_on, second.hits) == ("a name", "Real call", False, 0)
    assert [row.number for row in rows_of(MockFile(rules=rules), [], "needle", TEXTS)] == [0]
    assert [row.number for row in rows_of(MockFile(rules=rules), [], "name", TEXTS)] == [1]


@pytest.mark.parametrize(("number", "to", "order"), [(0, 3, "bca"), (2, 0, "cab"), (0, 2, "bac"), (1, 1, "abc")])
def test_moving(number: int, to: int, order: str) -> None:
    assert "".join(rule.api for rule in moved([MockRule(name) for name in "abc"], number, to)) == order


ANSWERED = Exchange(
    1, "request", "https://a.example/list?page=1", 0, "POST", "ok", status=201, headers=(("X-A", "b"),)
)  # fmt: skip


def test_a_rule_of_an_exchange() -> None:
    rule = rule_of_exchange(ANSWERED, b'{"items": [1]}')
    assert (rule.title, rule.when) == ("POST /list", Condition("https://a.example/list*", "POST"))
    assert rule.result == {"statusCode": 201, "header": {"X-A": "b"}, "data": {"items": [1]}}
    assert rule_of_exchange(ANSWERED, b"text \xff").result["data"] == "text \ufffd"
    assert rule_of_exchange(ANSWERED, None).result["data"] == ""
    failed = msgspec.structs.replace(ANSWERED, state="failed", status=0, error="request:fail timeout")
    assert rule_of_exchange(failed, None).fail == "timeout"
    loaded = msgspec.structs.replace(ANSWERED, kind="download")
    assert (rule_of_exchange(loaded, b"x").api, "data" in rule_of_exchange(loaded, b"x").result) == (
        "downloadFile", False,
    )  # fmt: skip


def test_only_what_has_ended_can_be_mocked() -> None:
    running = msgspec.structs.replace(ANSWERED, state="running")
    socket = msgspec.structs.replace(ANSWERED, kind="socket")
    assert [can_mock_exchange(one) for one in (ANSWERED, running, socket)] == [True, False, False]
    call = record("api", "login", outcome="ok", payload=b"{}", result=b'{"code": "x", "errMsg": "login:ok"}')
    cut = msgspec.structs.replace(call, payload_cut=True)
    pending = msgspec.structs.replace(call, outcome="pending")
    assert [can_mock_call(one) for one in (call, cut, pending, record("log", "x"))] == [True, False, False, False]
    assert rule_of_call(call) == MockRule("login", result={"code": "x"})


def test_a_rule_of_a_call() -> None:
    failed = record(
        "api", "request", outcome="fail", payload=b'{"url": "u"}', result=b'{"errMsg": "request:fail no", "errno": 5}'
    )
    assert rule_of_call(failed) == MockRule("request", when=Condition("u"), fail="no", errno=5)
    sync = record(
        "api", "getStorageSync", outcome="ok", payload=b'{"key": "k"}', result=b'{"value": 5}', detail={"sync": "1"}
    )
    assert rule_of_call(sync) == MockRule("getStorageSync", result=5)


def test_a_made_rule_comes_first_or_is_refused() -> None:
    rules = FakeMocks()
    rules.mocks = MockFile(rules=[MockRule("a")])
    assert add_rule(rules, MockRule("b", "name"), TEXTS) == "“name” answers from now on; the panel Mock has the rule."
    assert [rule.api for rule in rules.mocks.rules] == ["b", "a"]
    rules.refusal = "full disk"
    assert add_rule(rules, MockRule("c"), TEXTS) == "Not saved: full disk"
    rules.mocks = MockFile(rules=[MockRule("a")] * MOST_RULES)
    assert add_rule(rules, MockRule("c"), TEXTS) == "Not saved: The file has no room for it."
