"""Mock rules: the user's own answers; whatever a rule does, the call ends in form and the console says why."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.call import ApiFailure, Request
from runtime.api.interceptor import GoOn
from runtime.api.interceptors.mocks import Answer
from runtime.api.pipeline import SYNC_PATIENCE_MS
from runtime.api.ports.http_values import MAX_ANSWER_BYTES
from tests.support.api_ports import Ended, FakeHost

FAILED = {"errMsg": "getNetworkType:fail mock rule failed"}


def mocked(host: FakeHost, outcome: Any, name: str = "getNetworkType") -> Ended:
    host.mocks.put(name, lambda request, answer, go_on: answer(outcome))
    return host.call(name)


def cyclic() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["self"] = value
    return value


def deep() -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(5000):
        value = {"in": value}
    return value


def test_a_result_and_a_failure(host: FakeHost) -> None:
    assert mocked(host, {"networkType": "2g"}).result == {"networkType": "2g", "errMsg": "getNetworkType:ok"}
    failure = ApiFailure("no signal", 12)
    assert mocked(host, failure).result == {"errMsg": "getNetworkType:fail no signal", "errno": 12}
    assert mocked(host, None).result == {"errMsg": "getNetworkType:ok"}
    assert mocked(host, {"errMsg": "own words"}).result == {"errMsg": "getNetworkType:ok"}


def test_a_sync_call_gets_the_value(host: FakeHost) -> None:
    assert mocked(host, "text", "getStorageSync").result == {
        "errMsg": "getStorageSync:fail parameter error: parameter.key should be String instead of Undefined;"
    }
    host.mocks.put("getStorageSync", lambda request, answer, go_on: answer(f"of {request.args['key']}"))
    assert host.call("getStorageSync", key="k").result == {"value": "of k", "errMsg": "getStorageSync:ok"}


def test_a_rule_may_be_taken_away_and_may_let_a_call_go_on(host: FakeHost) -> None:
    mocked(host, {"networkType": "2g"})
    host.mocks.put("getNetworkType", None)
    result = host.call("getNetworkType").result
    assert result is not None
    assert result["networkType"] == "wifi"
    host.mocks.put("getNetworkType", lambda request, answer, go_on: go_on())
    assert host.call("getNetworkType").result == result


def test_a_rule_that_throws(host: FakeHost) -> None:
    def rule(request: Request, answer: Answer, go_on: GoOn) -> None:
        raise KeyError("nothing")

    host.mocks.put("getNetworkType", rule)
    assert host.call("getNetworkType").result == FAILED
    assert host.report.notices == [("api/mock-failed", "getNetworkType")]
    assert host.report.errors == []


@pytest.mark.parametrize(
    "outcome",
    [cyclic(), deep(), {"data": "x" * (MAX_ANSWER_BYTES + 1)}, [1], "text", {"f": len}, {1j: 2}, 5],
    ids=["cyclic", "deep", "huge", "list", "text", "function", "key", "number"],
)
def test_what_cannot_be_handed_over_fails_in_form(host: FakeHost, outcome: Any) -> None:
    assert mocked(host, outcome).result == FAILED
    assert [code for code, _ in host.report.notices] == ["api/mock-failed"]
    assert host.report.errors == []


def test_a_rule_that_never_answers_is_given_up(host: FakeHost) -> None:
    host.mocks.put("getNetworkType", lambda request, answer, go_on: None)
    ended = host.call("getNetworkType")
    assert (ended.ok, [delay_ms for delay_ms, _ in host.clock.tasks]) == (None, [host.mocks.patience_ms])
    host.clock.run()
    assert ended.result == {"errMsg": "getNetworkType:fail timeout"}
    assert host.report.notices == [("api/interceptor-silent", "wx.getNetworkType")]


def test_a_program_that_waits_is_not_kept_waiting_for_long(host: FakeHost) -> None:
    host.mocks.put("getStorageSync", lambda request, answer, go_on: None)
    ended = host.call_sync("getStorageSync", key="k")
    assert [delay_ms for delay_ms, _ in host.clock.tasks] == [SYNC_PATIENCE_MS]
    host.clock.run()
    assert ended.result == {"errMsg": "getStorageSync:fail timeout"}


def test_a_late_answer_changes_nothing(host: FakeHost) -> None:
    kept: list[Answer | GoOn] = []
    host.mocks.put("vibrateShort", lambda request, answer, go_on: kept.extend((answer, go_on)))
    ended = host.call("vibrateShort")
    host.clock.run()
    answer, go_on = kept
    answer({"late": True})  # type: ignore[call-arg]
    go_on()  # type: ignore[call-arg]
    assert (ended.result, host.phone.vibrations) == ({"errMsg": "vibrateShort:fail timeout"}, [])


def test_only_the_first_word_of_a_rule_counts(host: FakeHost) -> None:
    def rule(request: Request, answer: Answer, go_on: GoOn) -> None:
        go_on()
        go_on()
        answer({"too": "late"})
        raise ValueError("after all")

    host.mocks.put("vibrateShort", rule)
    ended = host.call("vibrateShort")
    assert (ended.result, host.phone.vibrations) == ({"errMsg": "vibrateShort:ok"}, ["short"])
    assert host.report.notices == [("api/mock-failed", "vibrateShort")]


def test_an_answer_behind_a_call_that_went_on_is_not_heard(host: FakeHost) -> None:
    kept: list[Answer] = []

    def rule(request: Request, answer: Answer, go_on: GoOn) -> None:
        kept.append(answer)
        go_on()

    host.mocks.put("showModal", rule)
    ended = host.call("showModal", title="t")
    kept[0]({"confirm": False})
    assert ended.ok is None
    host.ui.answer({"confirm": True})
    assert ended.result == {"cancel": False, "confirm": True, "content": None, "errMsg": "showModal:ok"}
    assert host.report.errors == []


def test_an_answer_that_comes_later(host: FakeHost) -> None:
    kept: list[Answer] = []
    host.mocks.put("getLocation", lambda request, answer, go_on: kept.append(answer))
    ended = host.call("getLocation")
    assert ended.ok is None
    kept[0]({"latitude": 1})
    host.clock.run()
    assert ended.result == {"latitude": 1, "errMsg": "getLocation:ok"}
    assert host.report.notices == []
