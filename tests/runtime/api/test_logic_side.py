"""The calls of a program in its logic process: what is shown to the host, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runtime.api.logic_side import (
    GOES_ON,
    DeviceSnapshot,
    LogicApis,
    default_account,
    open_logic_apis,
)
from runtime.platform.wechat import WECHAT
from runtime.protocol.launch import ProgramPlace
from runtime.protocol.logic import ApiCall, ApiTrace, Log, LogicToHost


class Side:
    """The calls of a program, with all that was sent to the host."""

    def __init__(self, folder: Path) -> None:
        self.sent: list[LogicToHost] = []
        place = ProgramPlace(str(folder / "s.sqlite"), str(folder / "files"), str(folder), default_account("wx1"))
        self.apis: LogicApis = open_logic_apis(WECHAT, place, DeviceSnapshot({}), self.sent.append)

    def names(self, kind: type) -> list[str]:
        return [message.name for message in self.sent if isinstance(message, kind)]


@pytest.fixture
def side(tmp_path: Path) -> Side:
    return Side(tmp_path)


def test_a_call_of_this_process_stays_here(side: Side) -> None:
    assert json.loads(side.apis.call("getStorageSync", '{"key":"k"}', 1, sync=True))["ok"]
    assert (side.names(ApiCall), side.names(ApiTrace)) == ([], ["getStorageSync"])


def test_a_shown_call_is_carried_out_when_the_host_says_so_and_only_once(side: Side) -> None:
    side.apis.intercept(["getStorageSync"])
    assert side.apis.call("getStorageSync", '{"key":"k"}', 1, sync=True) == ""
    assert (side.names(ApiCall), side.names(ApiTrace)) == (["getStorageSync"], [])
    assert json.loads(side.apis.go_on(1)) == {"ok": True, "result": {"value": "", "errMsg": "getStorageSync:ok"}}
    assert side.apis.go_on(1) == GOES_ON
    assert side.names(ApiTrace) == ["getStorageSync"]


def test_what_the_host_has_answered_is_not_carried_out(side: Side) -> None:
    side.apis.intercept(["setStorageSync"])
    side.apis.call("setStorageSync", '{"key":"k","data":1}', 1, sync=True)
    side.apis.answered(1)
    side.apis.intercept([])
    assert side.apis.go_on(1) == GOES_ON
    assert json.loads(side.apis.call("getStorageSync", '{"key":"k"}', 2, sync=True))["result"]["value"] == ""


def test_a_call_that_nobody_made_goes_nowhere(side: Side) -> None:
    assert side.apis.go_on(77) == GOES_ON


def test_what_is_answered_by_javascript_goes_on_there(side: Side) -> None:
    side.apis.intercept(["nextTick", "VideoContext.startCasting"])
    side.apis.call("nextTick", "{}", 1, sync=True)
    side.apis.call("VideoContext.startCasting", "{}", 2, sync=True)
    assert (side.apis.go_on(1), side.sent[2:]) == (GOES_ON, [])
    assert side.apis.go_on(2) == GOES_ON
    assert len([one for one in side.sent if isinstance(one, Log)]) == 1


def test_arguments_that_are_nested_too_deeply_are_refused_before_they_are_shown(side: Side) -> None:
    side.apis.intercept(["setStorageSync"])
    deep = '{"data":' + "[" * 2000 + "]" * 2000 + "}"
    assert json.loads(side.apis.call("setStorageSync", deep, 1, sync=True))["ok"] is False
    assert side.names(ApiCall) == []
