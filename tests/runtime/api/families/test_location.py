"""The place of the phone, simulated."""

from __future__ import annotations

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
