"""The world decides what becomes of calls, of any API by its name."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from runtime.platform.wechat import WECHAT
from runtime.world.outcome import Outcome
from runtime.world.world import new_world
from runtime.world.world_list import WorldError
from tests.support.api_arguments import required_arguments
from tests.support.api_ports import FakeHost


def play(host: FakeHost, **outcomes: Outcome) -> None:
    host.play({"answers.outcomes": {name: msgspec.to_builtins(one) for name, one in outcomes.items()}})


def test_every_api_can_be_played(host: FakeHost) -> None:
    entries = WECHAT.registry.entries
    play(host, **{name: Outcome(fail="played", errno=7) for name in entries})
    for name, entry in entries.items():
        ended = host.call(name, **required_arguments(entry))
        title = name.rpartition(".")[2]
        assert (ended.ok, ended.result) == (False, {"errMsg": f"{title}:fail played", "errno": 7})
    assert (host.handed_back, host.report.errors) == ([], [])


def test_a_result_is_given_in_the_form_of_the_call(host: FakeHost) -> None:
    play(host, login=Outcome(result={"code": "c"}), getStorageSync=Outcome(result="v"), hideToast=Outcome())
    assert host.call("login").result == {"code": "c", "errMsg": "login:ok"}
    assert host.call_sync("getStorageSync", key="k").result == {"value": "v", "errMsg": "getStorageSync:ok"}
    assert host.call("hideToast").result == {"errMsg": "hideToast:ok"}


def test_a_failure_without_a_reason(host: FakeHost) -> None:
    play(host, login=Outcome(fail=""))
    assert host.call("login").result == {"errMsg": "login:fail"}


def test_a_session_is_expired_as_the_user_says_and_an_outcome_comes_before(host: FakeHost) -> None:
    assert host.call("checkSession").ok
    host.play({"session.isValid": False})
    assert host.call("checkSession").result == {"errMsg": "checkSession:fail session expired"}
    play(host, checkSession=Outcome())
    assert host.call("checkSession").ok


def test_a_rule_of_the_user_comes_before_and_a_refused_scope_behind(host: FakeHost) -> None:
    play(host, getLocation=Outcome(fail="played"))
    host.play({"permission.userLocation": "denied"})
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail played"}
    host.mocks.put("getLocation", lambda request, answer, go_on: answer({"latitude": 1}))
    assert host.call("getLocation").ok


@pytest.mark.parametrize("result", ["text", [1], {"a": 1e999}, {"deep": None}])
def test_what_cannot_be_handed_over_fails_and_is_told(host: FakeHost, result: Any) -> None:
    if result == {"deep": None}:
        for _ in range(600):
            result = {"deep": result}
    play(host, login=Outcome(result=result))
    ended = host.call("login")
    if result == {"a": 1e999}:
        assert ended.ok  # JSON has no infinity: it is handed over as null
        return
    assert ended.result == {"errMsg": "login:fail outcome unusable"}
    assert host.report.notices == [("api/outcome-unusable", "login")]


def test_an_outcome_that_is_mistyped_is_refused() -> None:
    with pytest.raises(WorldError, match="fial"):
        new_world().set("answers.outcomes", {"login": {"fial": "x"}}, "panel")
