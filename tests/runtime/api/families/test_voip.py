"""A call whose other members are played."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.world.world import Happening
from tests.support.api_ports import FakeHost

ROOM = {"groupId": "g", "nonceStr": "n", "signature": "s", "timeStamp": 1}
ALL = ["o-handset-test-user", "o-handset-member-1", "o-handset-member-2"]


@pytest.fixture
def fired(host: FakeHost) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []

    def hear(happening: Happening) -> None:
        found.extend((one.source, one.payload) for one in happening.fires)

    host.world.set("permission.record", "granted", "panel")
    host.world.subscribe(hear)
    return found


def test_joining_tells_who_is_there(host: FakeHost, fired: list[tuple[str, Any]]) -> None:
    result = host.call("joinVoIPChat", **ROOM, muteConfig={"muteMicrophone": True}).result or {}
    assert (result["openIdList"], result["errCode"]) == (ALL, 0)
    assert ("voipMembers", {"openIdList": ALL, "errCode": 0}) in fired
    assert host.world["voip.isMicrophoneMuted"] is True
    again = host.call("joinVoIPChat", **ROOM).result or {}
    assert (again["errMsg"], again["errCode"]) == ("joinVoIPChat:fail already in a room", -1)


def test_members_come_go_and_speak(host: FakeHost, fired: list[tuple[str, Any]]) -> None:
    host.world.set("voip.members", ["x"], "panel")
    assert fired == []
    host.call("joinVoIPChat", **ROOM)
    fired.clear()
    host.world.set("voip.members", [], "panel")
    host.world.set("voip.speakers", ["x"], "panel")
    host.world.fire("voip.breaks", {"errCode": -3}, "panel")
    assert fired == [
        ("voipMembers", {"openIdList": ALL[:1], "errCode": 0}),
        ("voipSpeakers", {"openIdList": ["x"], "errCode": 0}),
        ("voipInterrupted", {"errCode": -3}),
    ]


def test_a_call_is_ruled_and_left(host: FakeHost, fired: list[tuple[str, Any]]) -> None:
    for name, arguments in (
        ("exitVoIPChat", {}), ("updateVoIPChatMuteConfig", {"muteConfig": {}}),
        ("subscribeVoIPVideoMembers", {"openIdList": ["x"]}),
    ):  # fmt: skip
        assert host.call(name, **arguments).result == {"errMsg": f"{name}:fail not in a room"}
    host.call("joinVoIPChat", **ROOM)
    assert host.call("updateVoIPChatMuteConfig", muteConfig={"muteEarphone": True}).ok
    assert (host.world["voip.isMicrophoneMuted"], host.world["voip.isEarphoneMuted"]) == (False, True)
    assert host.call("subscribeVoIPVideoMembers", openIdList=["x"]).ok
    assert host.call("exitVoIPChat").ok
    host.call("joinVoIPChat", **ROOM)
    host.world.program_ended()
    assert host.world["voip.isJoined"] is False


def test_without_the_microphone_nobody_joins(host: FakeHost) -> None:
    host.world.set("permission.record", "denied", "panel")
    assert (host.call("joinVoIPChat", **ROOM).result or {})["errMsg"] == "joinVoIPChat:fail auth deny"


def test_the_person_at_the_phone_takes_a_call_between_two(host: FakeHost) -> None:
    host.world.set("permission.record", "granted", "panel")
    people = {"caller": {"nickname": "A"}, "listener": {"nickname": "B"}}
    ended = host.call("join1v1Chat", **people)
    assert host.ui.asked[0][1]["content"] == "B"
    host.ui.answer({"confirm": True})
    assert (ended.result or {})["errCode"] == 0
    ended = host.call("join1v1Chat", **people)
    host.ui.answer({"confirm": False})
    assert ended.result == {"errMsg": "join1v1Chat:fail cancel"}
    assert host.call("setEnable1v1Chat", enable=True).ok
