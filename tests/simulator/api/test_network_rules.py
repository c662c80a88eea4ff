"""Blocked, offline and slow: what the program hears, and that nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.api.call import ApiFailure
from runtime.api.interceptor import Interceptors
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.http_values import HttpRequest
from runtime.api.ports.network import NETWORK
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from runtime.protocol.stacks import StackFrame
from simulator.api.call_host import CallHost
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.traffic.network_side import NetworkSide
from tests.support.api_ports import FakeHost

URL = "https://api.example.com/users"


class Desk:
    """A call host over fake ports."""

    def __init__(self, folder: Path) -> None:
        self.ports = FakeHost(folder).ports
        self.side = NetworkSide()
        self.sent: list[logic.HostToLogic] = []
        self.recorder = Recorder()
        self.host = CallHost(WECHAT, self.ports, Interceptors(), self.recorder, self.sent.append, self.side)

    def call(self, name: str = "request", **args: Any) -> None:
        self.host.call(logic.ApiCall(7, name, Raw(msgspec.json.encode({"url": URL, **args}))))

    @property
    def requests(self) -> list[HttpRequest]:
        return [request for request, _ in self.ports[NETWORK].sent.values()]  # type: ignore[attr-defined]

    def failure(self) -> str:
        answer = self.sent[-1]
        assert isinstance(answer, logic.ApiResult)
        assert not answer.ok
        return str(msgspec.json.decode(answer.result)["errMsg"])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_without_rules_calls_go_out_and_are_logged(desk: Desk) -> None:
    desk.call()
    assert [request.url for request in desk.requests] == [URL]
    assert [entry.url for entry in desk.side.log.exchanges()] == [URL]


@pytest.mark.parametrize("name", ["request", "downloadFile", "connectSocket"])
def test_a_blocked_address_fails_in_the_platforms_form(desk: Desk, name: str) -> None:
    desk.side.conditions.block(["example.com/use*"])
    desk.call(name)
    assert desk.failure() == f"{name}:fail errcode:-20 cronet_error_code:-20 error_msg:net::ERR_BLOCKED_BY_CLIENT"
    assert desk.requests == []
    assert [(entry.state, "BLOCKED" in entry.error) for entry in desk.side.log.exchanges()] == [("failed", True)]


def test_offline_nothing_is_reached(desk: Desk) -> None:
    desk.side.conditions.become("offline")
    desk.call()
    assert "ERR_INTERNET_DISCONNECTED" in desk.failure()
    desk.side.conditions.become("online")
    desk.call()
    assert len(desk.requests) == 1


def test_slow_calls_begin_later(desk: Desk) -> None:
    waits: list[tuple[int, Callable[[], None]]] = []
    desk.ports[CLOCK].after = lambda ms, act: waits.append((ms, act))  # type: ignore[method-assign,assignment,attr-defined]
    desk.host = CallHost(WECHAT, desk.ports, Interceptors(), Recorder(), desk.sent.append, desk.side)
    desk.side.conditions.become("slow-3g")
    desk.call()
    assert (desk.requests, [ms for ms, _ in waits]) == ([], [2000])
    waits[0][1]()
    assert len(desk.requests) == 1


def test_a_replay_sends_the_same_again_and_the_program_hears_nothing(desk: Desk) -> None:
    desk.call(method="POST", data={"a": 1}, header={"X-A": "b"})
    log, port = desk.side.log, desk.ports[NETWORK]
    log.sent(7, desk.requests[0], (("X-A", "b"),))
    before = list(desk.sent)
    assert desk.host.replay(log.exchanges()[0]) == ""
    first, again = desk.requests
    assert (again.url, again.method, again.body, again.headers) == (first.url, "POST", first.body, {"X-A": "b"})
    listener = next(listener for task_id, (_, listener) in port.sent.items() if task_id < 0)  # type: ignore[attr-defined]
    listener.done(ApiFailure("timeout"))
    assert [(entry.replayed, entry.error) for entry in log.exchanges()][1] == (1, "timeout")
    assert desk.sent == before


def test_what_is_not_kept_in_full_cannot_be_sent_again(desk: Desk) -> None:
    desk.call(method="POST", data="x" * 100)
    log = desk.side.log
    log.sent(7, desk.requests[0], ())
    log.bodies.clear()
    assert desk.host.replay(log.exchanges()[0]) == "no-body"
    desk.call("connectSocket", url="wss://a.example")
    assert desk.host.replay(log.exchanges()[1]) == "socket"
    assert len(desk.requests) == 1


def test_the_console_is_told_the_address_and_the_line(desk: Desk) -> None:
    told: list[Record] = []
    desk.recorder.subscribe(told.extend)
    desk.side.conditions.become("offline")
    frame = StackFrame("load", "pages/a.js", 4)
    desk.host.call(logic.ApiCall(7, "request", Raw(msgspec.json.encode({"url": URL})), stack=[frame]))
    (error,) = [record for record in told if record.code == "environment"]
    assert error.title.endswith(f"ERR_INTERNET_DISCONNECTED {URL}")
    assert error.stack == (frame,)
