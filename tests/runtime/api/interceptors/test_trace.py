"""The trace: every call is told when it begins and when it ends, with who ended it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from runtime.api.call import Call, Request
from runtime.api.interceptors.trace import Trace, TracedCall
from runtime.platform.wechat import WECHAT
from tests.support.api_arguments import required_arguments
from tests.support.api_ports import Ended, FakeHost, Passing

OF_THE_HOST = sorted(
    name
    for name, entry in WECHAT.registry.entries.items()
    if entry.state != "unsupported" and entry.handler.place == "host"
)


def ends(host: FakeHost) -> list[tuple[str, bool, str]]:
    return [(one.request.name, one.end.ok, one.end.ended_by) for one in host.traced if one.end]


def mocked(host: FakeHost) -> None:
    host.mocks.put("login", lambda request, answer, go_on: answer({"code": "1"}))
    host.call("login")


def played(host: FakeHost) -> None:
    host.play({"answers.outcomes": {"checkSession": {"fail": "session expired"}}})
    host.call("checkSession")


def forbidden(host: FakeHost) -> None:
    host.play({"permission.userLocation": "denied"})
    host.call("getLocation")


@pytest.mark.parametrize(
    ("act", "end"),
    [
        (mocked, ("login", True, "mock")),
        (played, ("checkSession", False, "world")),
        (forbidden, ("getLocation", False, "permission")),
        (lambda host: host.call("navigateTo"), ("navigateTo", False, "arguments")),
        (lambda host: host.call("getNetworkType"), ("getNetworkType", True, "handler")),
        (lambda host: host.call("noSuchThing"), ("noSuchThing", False, "arguments")),
    ],
)
def test_who_ended_a_call(host: FakeHost, act: Callable[[FakeHost], Any], end: tuple[str, bool, str]) -> None:
    act(host)
    assert ends(host) == [end]
    assert [bool(one.end) for one in host.traced] == [False, True]


def test_what_an_interceptor_holds_too_long_it_has_ended(host: FakeHost) -> None:
    host.mocks.put("getNetworkType", lambda request, answer, go_on: None)
    host.call("getNetworkType")
    assert ends(host) == []
    host.clock.run()
    assert ends(host) == [("getNetworkType", False, "mock")]


def test_every_api_of_the_host_is_told_of(host: FakeHost) -> None:
    for name in OF_THE_HOST:
        host.call(name, **required_arguments(WECHAT.registry.entries[name]))
    assert [one.request.name for one in host.traced if one.end is None] == OF_THE_HOST


def test_what_goes_on_elsewhere_is_ended_there(host: FakeHost) -> None:
    host.interceptors.add("permission", Passing())
    host.call("getStorage", key="k")
    assert ([one.request.name for one in host.traced], ends(host)) == (["getStorage"], [])


def test_times_and_the_result() -> None:
    told: list[TracedCall] = []
    steady = iter([10.0, 10.25])
    trace = Trace(told.append, told.append, wall=lambda: 1700.0, steady=lambda: next(steady))
    call = Call(Request("login", {}, 1), Ended())
    trace.open(call, "simulated")
    call.succeed({"code": "x"})
    began, ended = told
    assert (began.began_ms, began.state, began.end) == (1_700_000.0, "simulated", None)
    assert ended.end is not None
    assert (ended.end.duration_ms, bytes(ended.end.result)) == (250.0, b'{"code":"x","errMsg":"login:ok"}')


def test_beginnings_are_told_only_to_who_wants_to_hear_of_them() -> None:
    told: list[TracedCall] = []
    call = Call(Request("login", {}, 1), Ended())
    Trace(told.append).open(call, "simulated")
    assert told == []
    call.fail("x")
    assert [one.end.ok for one in told if one.end] == [False]


def test_calls_of_a_run_that_is_over_are_told_no_more() -> None:
    told: list[TracedCall] = []
    trace = Trace(told.append, told.append)
    call = Call(Request("login", {}, 1), Ended())
    trace.open(call, "simulated")
    trace.leave_all()
    call.succeed()
    assert [one.end for one in told] == [None]
