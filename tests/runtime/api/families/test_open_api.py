"""What is simulated: account, permissions, payment, scanning, place, device."""

from __future__ import annotations

import base64
from typing import Any

import msgspec
import pytest

from tests.support.api_ports import FakeHost


def test_login_gives_a_fresh_code(host: FakeHost) -> None:
    assert [host.call("login").result for _ in range(2)] == [
        {"code": "code-1", "errMsg": "login:ok"}, {"code": "code-2", "errMsg": "login:ok"},
    ]  # fmt: skip
    assert host.report.notices == [("api/simulated", "wx.login")]


def test_the_session_can_be_made_to_expire(host: FakeHost) -> None:
    assert host.call("checkSession").ok
    host.play({"session.isValid": False})
    assert host.call("checkSession").result == {"errMsg": "checkSession:fail session expired"}


def test_user_info_is_the_test_users(host: FakeHost) -> None:
    host.play({"user.nickName": "Ann", "permission.userInfo": "granted"})
    result = host.call("getUserInfo").result
    assert result is not None
    assert result["userInfo"]["nickName"] == "Ann"
    assert msgspec.json.decode(result["rawData"]) == result["userInfo"]
    assert msgspec.json.decode(base64.b64decode(result["encryptedData"]))["openId"] == "o-handset-test-user"
    assert "openId" not in result["userInfo"]
    bare = host.call("getUserInfo", withCredentials=False).result
    assert bare is not None
    assert "signature" not in bare


def test_a_profile_is_asked_for(host: FakeHost) -> None:
    ended = host.call("getUserProfile", desc="for the list")
    assert host.ui.asked[0][1]["content"] == "for the list"
    host.ui.answer({"confirm": True})
    assert ended.ok
    ended = host.call("getUserProfile", desc="x")
    host.ui.answer({"confirm": False})
    assert ended.result == {"errMsg": "getUserProfile:fail auth deny"}
    text = "getUserProfile:fail can only be invoked by user TAP gesture."
    assert host.call_untouched("getUserProfile", desc="x").result == {"errMsg": text}


def test_scopes_are_remembered(host: FakeHost) -> None:
    ended = host.call("authorize", scope="scope.userLocation")
    host.ui.answer({"confirm": True})
    assert ended.ok
    assert host.call("getSetting").result == {
        "authSetting": {"scope.userLocation": True}, "errMsg": "getSetting:ok",
    }  # fmt: skip
    assert host.call("authorize", scope="scope.nothing").ok is False
    host.play({"permission.camera": "denied"})
    assert host.call("authorize", scope="scope.camera").result == {"errMsg": "authorize:fail auth deny"}


def test_a_scan_is_typed_in(host: FakeHost) -> None:
    host.play({"scan.result": "https://a/"})
    ended = host.call("scanCode")
    assert host.ui.asked[0][1]["editable"] is True
    host.ui.answer({"confirm": True, "content": "typed"})
    assert ended.result is not None
    assert (ended.result["result"], ended.result["scanType"]) == ("typed", "QR_CODE")


def test_dialogs_can_answer_themselves(host: FakeHost) -> None:
    host.play({"answers.dialogs": "accept"})
    assert host.call("scanCode").ok
    assert host.call("requestSubscribeMessage", tmplIds=["a"]).result == {
        "a": "accept", "errMsg": "requestSubscribeMessage:ok",
    }  # fmt: skip
    host.play({"answers.dialogs": "decline"})
    assert host.call("chooseAddress").result == {"errMsg": "chooseAddress:fail cancel"}
    assert host.ui.asked == []


PAYMENT = {"timeStamp": "1", "nonceStr": "n", "package": "prepay_id=1", "signType": "MD5", "paySign": "s"}


@pytest.mark.parametrize(
    ("answer", "message"), [({"confirm": True}, "requestPayment:ok"), ({}, "requestPayment:fail cancel")]
)
def test_payment_asks(host: FakeHost, answer: dict[str, Any], message: str) -> None:
    ended = host.call("requestPayment", **PAYMENT)
    host.ui.answer(answer)
    assert ended.result == {"errMsg": message}


def test_refusing_messages_is_success(host: FakeHost) -> None:
    ended = host.call("requestSubscribeMessage", tmplIds=["a", "b"])
    host.ui.answer({"confirm": False})
    assert ended.result == {"a": "reject", "b": "reject", "errMsg": "requestSubscribeMessage:ok"}
    assert host.call("requestSubscribeMessage", tmplIds=list("abcd")).ok is False
