"""The host's end of the calls: what it wants to see of the logic process, and what it sends back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Raw

from runtime.api.call import Request
from runtime.api.interceptor import GoOn, Interceptors
from runtime.api.interceptors.mocks import Answer, Mocks
from runtime.api.ports.sensors import SENSORS, FakeSensors
from runtime.api.ports.world import WORLD
from runtime.platform.wechat import WECHAT
from runtime.protocol import logic
from simulator.api.call_host import CallHost
from simulator.bridge.record import Record
from simulator.bridge.recorder import Recorder
from simulator.traffic.network_side import NetworkSide
from tests.support.api_ports import FakeHost, FakeReport, Passing

NETWORK_TYPE = (
    b'{"weakNet":false,"networkType":"wifi","signalStrength":-50,"hasSystemProxy":false,"errMsg":"getNetworkType:ok"}'
)


ASK_FOR_LEAVE = sorted(
    name
    for name, entry in WECHAT.registry.entries.items()
    if entry.api.scope and entry.handler.place != "host" and entry.state != "unsupported"
)
"""Calls that end in the logic process and need a permission: the host asks for it."""


def seen(names: list[str]) -> list[str]:
    """Those that somebody wants to see besides."""
    return [name for name in names if name not in ASK_FOR_LEAVE]


class Host:
    """A call host over fake ports, with all that it sent."""

    def __init__(self, folder: Path) -> None:
        self.ports = FakeHost(folder).ports
        self.sent: list[logic.HostToLogic] = []
        self.interceptors = Interceptors()
        self.rows: dict[int, Record] = {}
        recorder = Recorder()
        recorder.subscribe(lambda records: self.rows.update({one.sequence: one for one in records}))
        self.host = CallHost(WECHAT, self.ports, self.interceptors, recorder, self.sent.append, NetworkSide())
        self.mocks = Mocks(FakeReport(), lambda: self.interceptors.changed())
        self.interceptors.add("mock", self.mocks)

    def call(self, name: str, **args: Any) -> logic.HostToLogic:
        self.host.call(logic.ApiCall(7, name, Raw(msgspec.json.encode(args))))
        return self.sent[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Host:
    return Host(tmp_path)


def test_nothing_is_shown_unless_somebody_wants_to_see_it(desk: Host) -> None:
    assert (desk.host.intercepted, desk.sent) == (ASK_FOR_LEAVE, [])


def test_a_rule_for_a_call_of_the_logic_process_is_told_at_once_and_taken_back(desk: Host) -> None:
    desk.mocks.put("getStorageSync", lambda request, answer, go_on: answer("v"))
    desk.mocks.put("request", lambda request, answer, go_on: answer({}))
    desk.mocks.put("getTransitCardCPLC", lambda request, answer, go_on: answer({}))
    assert seen(desk.host.intercepted) == ["getStorageSync", "getTransitCardCPLC"]
    desk.mocks.put("getStorageSync", None)
    desk.mocks.put("getTransitCardCPLC", None)
    names = [seen(message.names) for message in desk.sent if isinstance(message, logic.Intercept)]
    assert names == [["getStorageSync"], ["getStorageSync", "getTransitCardCPLC"], ["getTransitCardCPLC"], []]


def test_who_wants_all_is_shown_all_that_does_not_end_here(desk: Host) -> None:
    desk.interceptors.add("permission", Passing())
    shown = set(desk.host.intercepted)
    assert {"getStorageSync", "SelectorQuery.exec", "nextTick", "VideoContext.play"} <= shown
    assert not {"request", "login"} & shown


def test_a_call_that_ends_elsewhere_is_handed_back(desk: Host) -> None:
    desk.interceptors.add("permission", Passing())
    assert desk.call("getStorage", key="k") == logic.ApiResult(7, True, goes_on=True)
    assert desk.call("getNetworkType") == logic.ApiResult(7, True, Raw(NETWORK_TYPE))


def test_a_mocked_call_of_the_logic_process_is_answered(desk: Host) -> None:
    desk.mocks.put("getStorage", lambda request, answer, go_on: answer({"data": request.args["key"]}))
    assert desk.call("getStorage", key="k") == logic.ApiResult(7, True, Raw(b'{"data":"k","errMsg":"getStorage:ok"}'))


def calls(desk: Host) -> list[tuple[str, str, str]]:
    return [(row.title, row.outcome, row.ended_by) for row in desk.rows.values() if row.kind == "api"]


def test_the_timeline_has_a_row_for_each_call_and_says_what_ended_it(desk: Host) -> None:
    desk.mocks.put("login", lambda request, answer, go_on: answer({"code": "c"}))
    desk.call("login")
    desk.call("navigateTo")
    desk.host.call(logic.ApiCall(9, "showModal", Raw(b"{}")))
    assert calls(desk) == [
        ("login", "ok", "mock"), ("navigateTo", "fail", "arguments"), ("showModal", "pending", ""),
    ]  # fmt: skip


def test_calls_of_the_phone_itself_stand_in_the_timeline_too(desk: Host) -> None:
    results: list[str] = []
    for _ in range(2):
        desk.host.ask("getNetworkType", {}, lambda result: results.append(result["errMsg"]))
    assert (calls(desk), results) == ([("getNetworkType", "ok", "handler")] * 2, ["getNetworkType:ok"] * 2)
    assert {row.direction for row in desk.rows.values()} == {None}


def test_an_outcome_of_the_world_is_shown_to_the_host_and_taken_back(desk: Host) -> None:
    desk.ports[WORLD].set("answers.outcomes", {"getStorageSync": {"fail": "played"}, "login": {}}, "panel")
    desk.interceptors.changed()
    assert desk.sent == [logic.Intercept([*ASK_FOR_LEAVE, "getStorageSync"])]
    desk.ports[WORLD].reset(["answers.outcomes"], "panel")
    desk.interceptors.changed()
    assert desk.sent[-1] == logic.Intercept(ASK_FOR_LEAVE)


def test_names_of_outcomes_that_are_no_api_are_told_at_every_start(desk: Host) -> None:
    desk.ports[WORLD].set("answers.outcomes", {"wx.login": {}}, "panel")
    desk.host.drop_all()
    (notice,) = [row for row in desk.rows.values() if row.kind == "notice"]
    assert (notice.code, notice.detail["api"]) == ("api/outcome-unknown", "wx.login")


def test_a_device_event_reaches_whoever_listens(desk: Host) -> None:
    desk.host.fire("memoryWarning", {"level": 10})
    assert desk.sent == [logic.ApiEvent("onMemoryWarning", Raw(b'{"level":10}'))]


def test_what_is_no_device_event_is_not_sent(desk: Host) -> None:
    for source, payload in (("rain", {}), ("appShow", {}), ("memoryWarning", {"level": 3}), ("theme", {"size": 1})):
        with pytest.raises(ValueError, match=source):
            desk.host.fire(source, payload)
    assert desk.sent == []


def test_an_answer_to_a_call_of_the_former_run_never_reaches_the_next(desk: Host) -> None:
    answers: list[Answer] = []
    releases: list[GoOn] = []

    def rule(request: Request, answer: Answer, go_on: GoOn) -> None:
        answers.append(answer)
        releases.append(go_on)

    desk.mocks.put("getStorage", rule)
    for _ in range(2):
        desk.host.call(logic.ApiCall(7, "getStorage", Raw(b'{"key":"k"}')))
    desk.host.drop_all()
    desk.sent.clear()
    answers[0]({"data": 1})
    releases[1]()
    assert desk.sent == []


def test_some_sensors_are_on_as_soon_as_somebody_listens(desk: Host) -> None:
    sensors = desk.ports[SENSORS]
    assert isinstance(sensors, FakeSensors)
    for event in ("onAccelerometerChange", "onGyroscopeChange", "onCompassChange", "nothing"):
        desk.host.listens(event)
    assert sensors.running == {"accelerometer": 200, "compass": 200}
    desk.call("startAccelerometer", interval="game")
    desk.host.listens("onAccelerometerChange")
    assert sensors.running["accelerometer"] == 20


def test_a_change_of_the_world_is_heard_by_listeners_if_it_is_one_for_them(desk: Host) -> None:
    world = desk.ports[WORLD]
    for kind in ("wifi", "4g", "4g", "none"):
        world.set("network.type", kind, "console")
    world.fire("memory.warning", {"level": 15}, "console")
    events = [message for message in desk.sent if isinstance(message, logic.ApiEvent)]
    assert [(event.name, msgspec.json.decode(event.detail)) for event in events if "Weak" not in event.name] == [
        ("onNetworkStatusChange", {"isConnected": True, "networkType": "4g"}),
        ("onNetworkStatusChange", {"isConnected": False, "networkType": "none"}),
        ("onMemoryWarning", {"level": 15}),
    ]
