"""What is simulated: account, permissions, payment, scanning, place, device."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from runtime.api.families.open_api.user_data import phone_number
from runtime.api.ports.media import FoundCode, PickedFile
from tests.support.api_ports import FakeHost


def decrypted(host: FakeHost, result: dict[str, Any]) -> Any:
    """As a server does it with the session key."""
    key, vector = base64.b64decode(host.world["session.key"]), base64.b64decode(result["iv"])
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    text = decryptor.update(base64.b64decode(result["encryptedData"])) + decryptor.finalize()
    return msgspec.json.decode(text[: -text[-1]])


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
    assert decrypted(host, result)["openId"] == "o-handset-test-user"
    signed = (result["rawData"] + host.world["session.key"]).encode("utf-8")
    assert result["signature"] == hashlib.sha1(signed).hexdigest()
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
    host.ui.answer({"tapIndex": 0})
    assert host.ui.asked[0][1]["editable"] is True
    host.ui.answer({"confirm": True, "content": "typed"})
    assert ended.result is not None
    assert (ended.result["result"], ended.result["scanType"]) == ("typed", "QR_CODE")


@pytest.mark.parametrize(
    ("wanted", "result"), [([], "bar"), (["qrCode"], "square"), (["datamatrix"], None)], ids=["usual", "qr", "other"]
)
def test_a_scan_is_read_from_a_picture(host: FakeHost, wanted: list[str], result: str | None) -> None:
    host.media.files = [PickedFile("code.png", b"IMG")]
    host.media.codes = [FoundCode("bar", "EAN_13", b"bar"), FoundCode("square", "QR_CODE", b"square")]
    ended = host.call("scanCode", **({"scanType": wanted} if wanted else {}))
    host.ui.answer({"tapIndex": 1})
    assert ended.result is not None
    assert ended.result.get("result") == result
    assert ended.ok is (result is not None)


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


def test_the_phone_number_is_decrypted_with_the_session_key_shown(host: FakeHost) -> None:
    host.play({"session.key": base64.b64encode(b"0123456789abcdef").decode(), "user.phoneNumber": "13900000000"})
    first, second = phone_number(host.ports), phone_number(host.ports)
    assert decrypted(host, first)["purePhoneNumber"] == "13900000000"
    assert decrypted(host, first)["watermark"] == {"timestamp": 1_700_000_000, "appid": "wx0123456789abcdef"}
    assert first["iv"] != second["iv"]
    assert first["code"] != second["code"]


def test_steps_are_secret_too(host: FakeHost) -> None:
    host.play({"permission.werun": "granted", "user.steps": 4321})
    result = host.call("getWeRunData").result
    assert result is not None
    days = decrypted(host, result)["stepInfoList"]
    assert (len(days), days[-1]["step"]) == (31, 4321)


@pytest.mark.parametrize(
    ("values", "answer", "message", "code"),
    [
        ({"biometrics.answer": "match"}, None, "startSoterAuthentication:ok", 0),
        ({"biometrics.answer": "mismatch"}, None, "startSoterAuthentication:fail authenticate error", 90009),
        ({}, True, "startSoterAuthentication:ok", 0),
        ({}, False, "startSoterAuthentication:fail cancel", 90008),
        ({"biometrics.enrolled": []}, None, "startSoterAuthentication:fail no fingerprint or face enrolled", 90011),
        ({"biometrics.modes": []}, None, "startSoterAuthentication:fail not support soter", 90001),
    ],
)
def test_biometrics_end_as_the_world_says_or_the_person(
    host: FakeHost, values: dict[str, Any], answer: bool | None, message: str, code: int
) -> None:
    host.play(values)
    ended = host.call("startSoterAuthentication", requestAuthModes=["facial"], challenge="c")
    if answer is not None:
        host.ui.answer({"confirm": answer})
    assert ended.result is not None
    assert (ended.result["errMsg"], ended.result["errCode"]) == (message, code)
    if ended.ok:
        assert msgspec.json.decode(ended.result["resultJSON"])["raw"] == "c"


def test_invoices_and_plates_are_the_worlds(host: FakeHost) -> None:
    host.play({"answers.dialogs": "accept", "car.plateNumber": "沪B1"})
    assert host.call("chooseLicensePlate").result == {"plateNumber": "沪B1", "errMsg": "chooseLicensePlate:ok"}
    result = host.call("chooseInvoiceTitle").result
    assert result is not None
    assert result["title"] == "示例公司"


def test_the_settings_page_shows_what_was_decided_and_changes_it(host: FakeHost) -> None:
    host.play({"permission.camera": "denied", "permission.userLocation": "granted", "permission.record": "off"})
    ended = host.call("openSetting")
    method, params = host.ui.asked[0][:2]
    assert method == "settings"
    assert [(row["name"], row["label"], row["isOn"]) for row in params["rows"]] == [
        ("scope.userLocation", "位置信息", True), ("scope.camera", "摄像头", False),
    ]  # fmt: skip
    host.ui.answer({"rows": {"scope.userLocation": False, "scope.camera": True, "scope.nothing": True}})
    assert ended.result == {
        "authSetting": {"scope.userLocation": False, "scope.camera": True}, "errMsg": "openSetting:ok",
    }  # fmt: skip
    host.play({"answers.dialogs": "accept"})
    assert host.call("openSetting").ok
    assert host.ui.asked == []
