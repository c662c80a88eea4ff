"""The phone: clipboard, network, screen, vibration, calls."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports.sensors import FakeSensors
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


def fired(host: FakeHost) -> list[tuple[str, Any]]:
    """What listeners of the phone have heard since."""
    heard: list[tuple[str, Any]] = []
    host.world.subscribe(lambda happening: heard.extend((one.source, one.payload) for one in happening.fires))
    return heard


@pytest.mark.parametrize(
    ("api", "source", "args", "interval_ms"),
    [
        ("Accelerometer", "accelerometer", {}, 200),
        ("Accelerometer", "accelerometer", {"interval": "game"}, 20),
        ("Gyroscope", "gyroscope", {"interval": "ui"}, 60),
        ("DeviceMotionListening", "deviceMotion", {"interval": "normal"}, 200),
        ("Compass", "compass", {}, 200),
    ],
)
def test_a_sensor_runs_between_its_start_and_stop(
    host: FakeHost, api: str, source: str, args: dict[str, str], interval_ms: int
) -> None:
    sensors = host.fake(FakeSensors)
    assert host.call(f"start{api}", **args).ok
    assert sensors.running == {source: interval_ms}
    assert host.call(f"stop{api}").ok
    assert host.call(f"stop{api}").ok
    assert sensors.running == {}


def test_a_sensor_tells_what_the_world_says_and_only_when_it_is_sampled(host: FakeHost) -> None:
    heard = fired(host)
    host.play({"accelerometer.x": 0.5})
    assert heard == []
    host.world.sample("accelerometer")
    assert heard == [("accelerometer", {"x": 0.5, "y": 0, "z": -1})]


def test_the_battery_is_the_worlds(host: FakeHost) -> None:
    host.play({"battery.level": 7, "battery.isCharging": True})
    known = {"level": 7, "isCharging": True, "isLowPowerModeEnabled": False}
    assert host.call("getBatteryInfo").result == {**known, "errMsg": "getBatteryInfo:ok"}
    assert host.call_sync("getBatteryInfoSync").result == {"value": known, "errMsg": "getBatteryInfoSync:ok"}


def test_a_recording_of_the_screen_is_told(host: FakeHost) -> None:
    heard = fired(host)
    assert host.call("getScreenRecordingState").result == {"state": "off", "errMsg": "getScreenRecordingState:ok"}
    host.play({"screen.isRecorded": True})
    assert host.call("getScreenRecordingState").result == {"state": "on", "errMsg": "getScreenRecordingState:ok"}
    assert heard == [("screenRecording", {"state": "start"})]


def test_contacts_are_added_and_chosen(host: FakeHost) -> None:
    host.play({"permission.addPhoneContact": "granted"})
    ended = host.call("addPhoneContact", firstName="梅梅", lastName="韩", mobilePhoneNumber="139", email="a@b")
    assert host.ui.asked[0][1]["content"] == "韩梅梅 139"
    host.ui.answer({"confirm": True})
    assert ended.ok
    ended = host.call("chooseContact")
    assert host.ui.asked[0][1]["itemList"] == ["李雷", "韩梅梅"]
    host.ui.answer({"tapIndex": 1})
    assert ended.result == {
        "displayName": "韩梅梅", "phoneNumber": "139", "phoneNumberList": [], "errMsg": "chooseContact:ok",
    }  # fmt: skip
    ended = host.call("chooseContact")
    host.ui.answer({"tapIndex": -1})
    assert ended.result == {"errMsg": "chooseContact:fail cancel"}


def test_an_appointment_is_made_once_confirmed(host: FakeHost) -> None:
    host.play({"permission.addPhoneCalendar": "granted"})
    ended = host.call("addPhoneCalendar", title="Tea", startTime=1_700_000_000)
    host.ui.answer({"confirm": False})
    assert (ended.ok, host.world["calendar.events"]) == (False, [])
    ended = host.call("addPhoneRepeatCalendar", title="Tea", startTime=1_700_000_000, repeatInterval="week")
    host.ui.answer({"confirm": True})
    assert ended.ok
    assert [one["title"] for one in host.world["calendar.events"]] == ["Tea"]
    assert not host.call("addPhoneCalendar", title="Tea", startTime=0).ok


def codes(host: FakeHost, *names: str, **args: Any) -> list[int]:
    results = [host.call(name, **args).result for name in names]
    return [int(result["errCode"]) for result in results if result is not None]


def test_wifi_is_started_listed_and_joined(host: FakeHost) -> None:
    assert codes(host, "getWifiList", "getConnectedWifi") == [12000, 12000]
    assert codes(host, "startWifi") == [0]
    heard = fired(host)
    assert codes(host, "getWifiList") == [0]
    assert [one["SSID"] for one in heard[0][1]["wifiList"]] == ["Home", "Café"]
    assert codes(host, "connectWifi", SSID="Home", password="wrong") == [12002]
    assert codes(host, "connectWifi", SSID="Nobody", password="") == [12008]
    assert codes(host, "connectWifi", SSID="Café", password="") == [0]
    assert [(source, payload["wifi"]["SSID"]) for source, payload in heard[1:]] == [("wifiConnected", "Café")]
    assert codes(host, "setWifiList", wifiList=[]) == [0]
    result = host.call("getConnectedWifi", partialInfo=True).result
    assert result is not None
    assert result["wifi"] == {"SSID": "Café"}
    host.play({"wifi.connected": ""})
    assert codes(host, "getConnectedWifi") == [12010]
    host.play({"system.isWifiOn": False})
    assert codes(host, "getWifiList") == [12005]


def test_small_questions(host: FakeHost) -> None:
    host.play({"system.isAccessibilityOn": True, "network.localAddress": "10.0.0.2"})
    assert host.call("checkIsOpenAccessibility").result == {"open": True, "errMsg": "checkIsOpenAccessibility:ok"}
    result = host.call("getLocalIPAddress").result
    assert result is not None
    assert result["localip"] == "10.0.0.2"
    assert host.call("setVisualEffectOnCapture", visualEffect="hidden").ok
    assert not host.call("setVisualEffectOnCapture", visualEffect="blurred").ok
    ended = host.call("sendSms", phoneNumber="10086", content="hi")
    host.ui.answer({"confirm": True})
    assert ended.ok


def test_contacts_are_searched_by_the_beginning_of_a_number(host: FakeHost) -> None:
    host.play({"contacts.list": [{"name": "a", "phone_numbers": ["1380", "139"]}, {"name": "b"}]})
    found = host.call("searchContacts", phoneNumber="138").result
    assert found == {"result": [{"phoneNumber": "1380"}], "errMsg": "searchContacts:ok"}
    assert not host.call("searchContacts", phoneNumber=" ").ok
