"""Permission scopes: asked where the catalogue says so, before the handler."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from runtime.api.call import ApiFailure
from runtime.api.interceptors.permission import DECLARED
from runtime.api.ports.declarations import FakeDeclarations
from runtime.platform.wechat import WECHAT
from tests.support.api_arguments import required_arguments
from tests.support.api_ports import FakeHost


def test_a_granted_scope_is_remembered(host: FakeHost) -> None:
    ended = host.call("getFuzzyLocation")
    assert host.ui.asked[0][1]["content"] == "获取你的模糊位置信息"
    host.ui.answer({"confirm": True})
    assert ended.ok
    assert host.world.state.kept == {"permission.userFuzzyLocation": "granted"}
    assert host.call("getFuzzyLocation").ok
    assert host.ui.asked == []


def test_a_refusal_is_remembered(host: FakeHost) -> None:
    ended = host.call("getFuzzyLocation")
    host.ui.answer({"confirm": False})
    assert ended.result == {"errMsg": "getFuzzyLocation:fail auth deny"}
    assert host.call("getFuzzyLocation").result == {"errMsg": "getFuzzyLocation:fail auth deny"}
    assert host.ui.asked == []


def test_what_nobody_was_asked_for_is_not_kept(host: FakeHost) -> None:
    host.play({"answers.dialogs": "accept"})
    assert host.call("getFuzzyLocation").ok
    assert (host.world["permission.userFuzzyLocation"], "permission.userFuzzyLocation" in host.world.state.kept) == (
        "granted", False,
    )  # fmt: skip


def test_the_systems_refusal_is_another_one(host: FakeHost) -> None:
    host.play({"permission.userLocation": "off"})
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail system permission denied"}


def test_a_refusal_comes_before_anything_is_looked_at(host: FakeHost) -> None:
    host.play({"permission.writePhotosAlbum": "denied"})
    ended = host.call("saveImageToPhotosAlbum", filePath="http://tmp/none")
    assert ended.result == {"errMsg": "saveImageToPhotosAlbum:fail auth deny"}
    assert host.media.album == []


def test_what_is_not_carried_out_asks_for_nothing(host: FakeHost) -> None:
    entries = WECHAT.registry.entries.items()
    for name in [name for name, entry in entries if entry.api.scope and entry.state == "unsupported"]:
        host.call(name, **required_arguments(WECHAT.registry.entries[name]))
        assert host.handed_back.pop().name == name
    assert host.world.state.kept == {}


def test_the_question_gives_the_programs_reason(host: FakeHost) -> None:
    host.fake(FakeDeclarations).reasons["scope.userLocation"] = "for the weather"
    host.call("getLocation")
    assert host.ui.asked[0][1]["content"] == "获取你的位置信息\nfor the weather"


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_what_must_be_declared_and_is_not_is_refused(host: FakeHost, name: str) -> None:
    host.fake(FakeDeclarations).missing.add(name)
    assert host.call(name).result == {
        "errMsg": f"{name}:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json"
    }
    assert host.ui.asked == []


def test_what_must_be_declared_is_what_the_configuration_knows() -> None:
    spec = json.loads(files("resources").joinpath("spec", "config.json").read_text("utf-8"))
    known = set(spec["app.json"]["requiredPrivateInfos"]["enum"])
    assert known - DECLARED == {"onLocationChange"}


def test_a_mocked_call_asks_for_nothing(host: FakeHost) -> None:
    host.play({"permission.userLocation": "denied"})
    host.mocks.put("getLocation", lambda request, answer, go_on: answer({"latitude": 1}))
    assert host.call("getLocation").ok
    host.mocks.put("getLocation", lambda request, answer, go_on: go_on())
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail auth deny"}


def test_calls_that_come_while_the_user_is_asked_wait_for_the_one_answer(host: FakeHost) -> None:
    first, second, other = host.call("getLocation"), host.call("getLocation"), host.call("getFuzzyLocation")
    assert len(host.ui.asked) == 2
    host.ui.answer({"confirm": False})
    assert [ended.ok for ended in (first, second, other)].count(None) in (1, 2)
    host.ui.answer({"confirm": False})
    deny = [ended.result for ended in (first, second, other)]
    assert deny == [{"errMsg": f"{name}:fail auth deny"} for name in ("getLocation", "getLocation", "getFuzzyLocation")]


def test_a_question_that_fails_lets_the_next_call_ask_again(host: FakeHost) -> None:
    first, second = host.call("getLocation"), host.call("getLocation")
    host.ui.answer(ApiFailure("the phone is gone"))
    assert (first.ok, second.ok) == (False, None)
    host.ui.answer({"confirm": True})
    assert second.ok
