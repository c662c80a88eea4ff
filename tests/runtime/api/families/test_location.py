"""The place of the phone, simulated."""

from __future__ import annotations

from runtime.api.ports.sensors import FakeSensors
from tests.support.api_ports import FakeHost


def test_the_place_is_the_worlds(host: FakeHost) -> None:
    host.play({"place.latitude": 1.5, "place.longitude": 2.5, "place.name": "Here"})
    host.play({"permission.userLocation": "granted"})
    result = host.call("getLocation").result
    assert result is not None
    assert (result["latitude"], result["longitude"], result["altitude"]) == (1.5, 2.5, 0)
    ended = host.call("chooseLocation")
    host.ui.answer({"confirm": True})
    assert ended.result is not None
    assert ended.result["name"] == "Here"
    host.play({"permission.userLocation": "denied"})
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail auth deny"}


def test_updates_of_the_place_come_each_second_until_they_are_stopped(host: FakeHost) -> None:
    host.play({"permission.userLocation": "granted", "permission.userLocationBackground": "granted"})
    sensors = host.fake(FakeSensors)
    assert host.call("startLocationUpdate").ok
    assert sensors.running == {"location": 1000}
    assert host.call("startLocationUpdateBackground").ok
    assert host.call("stopLocationUpdate").ok
    assert sensors.running == {}


def test_a_point_of_interest_is_the_place(host: FakeHost) -> None:
    host.play({"permission.userLocation": "granted", "answers.dialogs": "accept", "place.name": "Here"})
    result = host.call("choosePoi").result
    assert result is not None
    assert (result["type"], result["name"]) == (2, "Here")
