"""The place of the phone, simulated."""

from __future__ import annotations

from runtime.api.scenario import Place
from tests.support.api_ports import FakeHost


def test_the_place_is_the_scenarios(host: FakeHost) -> None:
    host.account.change(place=Place(1.5, 2.5, "Here", "There"))
    result = host.call("getLocation").result
    assert result is not None
    assert (result["latitude"], result["longitude"], result["altitude"]) == (1.5, 2.5, 0)
    ended = host.call("chooseLocation")
    host.ui.answer({"confirm": True})
    assert ended.result is not None
    assert ended.result["name"] == "Here"
    host.account.grant("scope.userLocation", granted=False)
    assert host.call("getLocation").result == {"errMsg": "getLocation:fail auth deny"}
