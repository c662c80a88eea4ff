"""The phone as a card: the played reader's commands reach the program, its answers the world."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports.nfc import Nfc
from tests.support.api_ports import FakeHost

AID = "F222222222"


def code(host: FakeHost, name: str, /, **args: Any) -> int:
    result = host.call(name, **args).result
    assert result is not None
    return int(result["errCode"])


@pytest.fixture
def messages(host: FakeHost) -> list[Any]:
    heard: list[Any] = []
    host.world.subscribe(lambda happening: heard.extend(one.payload for one in happening.fires))
    return heard


def test_a_reader_asks_and_the_program_answers(host: FakeHost, messages: list[Any]) -> None:
    assert code(host, "startHCE", aid_list=[AID]) == 0
    host.world.fire("hce.command", {}, "panel")
    host.world.fire("hce.command", {"data": "00B0000000"}, "panel")
    assert [one["data"] for one in messages] == [{"$b64": "AKQEAAXyIiIiIg=="}, {"$b64": "ALAAAAA="}]
    assert code(host, "sendHCEMessage", data={"$b64": "kAA="}) == 0
    assert host.world["hce.answers"] == ["9000"]
    host.world.fire("hce.leave", {"reason": 1}, "panel")
    assert messages[2:] == [{"messageType": 2, "reason": 1}]


def test_another_card_is_not_the_programs_business(host: FakeHost, messages: list[Any]) -> None:
    assert code(host, "startHCE", aid_list=["A000000003"]) == 0
    for data in ("00a4040005f222222222", "00a40400", "00a4040005"):
        host.world.fire("hce.command", {"data": data}, "panel")
    assert messages == []


@pytest.mark.parametrize("change", ["stop", "end", "off", "background"])
def test_when_no_reader_is_heard(host: FakeHost, messages: list[Any], change: str) -> None:
    assert code(host, "startHCE", aid_list=[AID]) == 0
    if change == "stop":
        assert code(host, "stopHCE") == 0
    elif change == "end":
        host.fake(Nfc).close()
    elif change == "off":
        host.play({"nfc.isOn": False})
    else:
        host.phone.is_left = True
    host.world.fire("hce.command", {}, "panel")
    assert messages == []


@pytest.mark.parametrize("name", ["getHCEState", "startHCE", "sendHCEMessage"])
@pytest.mark.parametrize(
    ("values", "platform", "expected"),
    [
        ({"nfc.isSupported": False}, "android", 13000),
        ({"nfc.isOn": False}, "android", 13001),
        ({}, "ios", 13002),
        ({"hce.isDefault": False}, "android", 13004),
    ],
)
def test_a_phone_that_cannot_be_a_card(host: FakeHost, name: str, values: Any, platform: Any, expected: int) -> None:
    host.play(values)
    host.phone.platform = platform
    assert code(host, name, aid_list=[AID], data={"$b64": "kAA="}) == expected


@pytest.mark.parametrize("aids", [[], ["F2"], ["nonsense!!"], [None], ["F22222222"], ["F2" * 17], [AID, 1]])
def test_names_of_applications_that_are_none(host: FakeHost, aids: list[Any]) -> None:
    assert code(host, "startHCE", aid_list=aids) == 13003


def test_an_answer_that_nobody_has_asked_for(host: FakeHost) -> None:
    assert code(host, "sendHCEMessage", data={"$b64": "kAA="}) == 13005
    assert code(host, "startHCE", aid_list=[AID]) == 0
    assert code(host, "sendHCEMessage", data={"$b64": ""}) == 13005
    assert code(host, "getHCEState") == 0
