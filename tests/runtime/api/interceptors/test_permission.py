"""Permission scopes: asked where the catalogue says so, before the handler."""

from __future__ import annotations

from runtime.platform.wechat import WECHAT
from tests.support.api_ports import FakeHost


def test_a_granted_scope_is_remembered(host: FakeHost) -> None:
    assert host.call("getFuzzyLocation").ok
    assert host.account.values.grants == {"scope.userFuzzyLocation": True}


def test_a_refusal_comes_before_anything_is_looked_at(host: FakeHost) -> None:
    host.account.grant("scope.writePhotosAlbum", granted=False)
    ended = host.call("saveImageToPhotosAlbum", filePath="http://tmp/none")
    assert ended.result == {"errMsg": "saveImageToPhotosAlbum:fail auth deny"}
    assert host.media.album == []


def test_what_is_not_carried_out_asks_for_nothing(host: FakeHost) -> None:
    assert WECHAT.registry.entries["getWeRunData"].api.scope == "scope.werun"
    host.call("getWeRunData")
    assert [request.name for request in host.handed_back] == ["getWeRunData"]
    assert host.account.values.grants == {}


def test_a_mocked_call_asks_for_nothing(host: FakeHost) -> None:
    host.account.change(default_grant=False)
    host.mocks.put("getLocation", lambda request, answer, go_on: answer({"latitude": 1}))
    assert host.call("getLocation").ok
    host.mocks.put("getLocation", lambda request, answer, go_on: go_on())
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail auth deny"}
