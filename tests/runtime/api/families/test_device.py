"""The phone: clipboard, network, screen, vibration, calls."""

from __future__ import annotations

from tests.support.api_ports import FakeHost


def test_the_clipboard_says_that_it_copied(host: FakeHost) -> None:
    assert host.call("setClipboardData", data="text").ok
    assert host.ui.shown[0][0] == "toast"
    assert host.call("getClipboardData").result == {"data": "text", "errMsg": "getClipboardData:ok"}


def test_device(host: FakeHost) -> None:
    host.call("vibrateShort")
    host.call("vibrateLong")
    assert host.phone.vibrations == ["short", "long"]
    result = host.call("getNetworkType").result
    assert result is not None
    assert result["networkType"] == "wifi"
    assert host.call("setScreenBrightness", value=0.25).ok
    assert host.call("getScreenBrightness").result == {"value": 0.25, "errMsg": "getScreenBrightness:ok"}
    assert host.call("setScreenBrightness", value=2).ok is False


def test_a_phone_call_asks(host: FakeHost) -> None:
    ended = host.call("makePhoneCall", phoneNumber="123")
    assert host.ui.asked[0][1]["title"] == "123"
    host.ui.answer({"confirm": False})
    assert ended.result == {"errMsg": "makePhoneCall:fail cancel"}
