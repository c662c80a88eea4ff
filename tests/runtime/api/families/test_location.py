"""The place of the phone, simulated."""

from __future__ import annotations

from typing import Any

from runtime.api.ports.sensors import FakeSensors
from tests.support.api_ports import FakeHost


def test_the_place_is_the_worlds(host: FakeHost) -> None:
    host.play({"place.latitude": 1.5, "place.longitude": 2.5, "place.name": "Here"})
    host.play({"permission.userLocation": "granted"})
    result = host.call("getLocation").result
    assert result is not None
    assert (result["latitude"], result["longitude"], result["altitude"]) == (1.5, 2.5, 0)
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


def on_the_map(host: FakeHost, api: str, answer: dict[str, Any], **args: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the map page is opened with, and what the call ends with."""
    host.play({"permission.userLocation": "granted"})
    ended = host.call(api, **args)
    ((method, shown, _reply),) = host.ui.asked
    assert (method, ended.result) == ("map", None)
    host.ui.answer(answer)
    assert ended.result is not None
    return shown, ended.result


LANZHOU = {"confirm": True, "latitude": 36.06, "longitude": 103.83, "name": "兰州", "address": "兰州", "city": "兰州"}


def test_a_place_is_chosen_on_a_map_that_begins_where_the_user_is(host: FakeHost) -> None:
    host.play({"place.latitude": 1.5, "place.longitude": 2.5, "place.name": "Here", "place.address": "Road"})
    shown, result = on_the_map(host, "chooseLocation", LANZHOU)
    assert (shown["latitude"], shown["longitude"], shown["title"], shown["chooses"]) == (1.5, 2.5, "Here", True)
    assert result == {
        "errMsg": "chooseLocation:ok", "latitude": 36.06, "longitude": 103.83, "name": "兰州", "address": "兰州",
    }  # fmt: skip


def test_a_map_to_choose_on_begins_where_the_program_says(host: FakeHost) -> None:
    shown, result = on_the_map(host, "chooseLocation", {"confirm": False}, latitude=10, longitude=20)
    assert (shown["latitude"], shown["longitude"], shown["title"], shown["address"]) == (10, 20, "", "")
    assert result["errMsg"] == "chooseLocation:fail cancel"


def test_nobody_needs_to_look_at_a_map_where_the_world_answers(host: FakeHost) -> None:
    host.play({"permission.userLocation": "granted", "answers.dialogs": "accept", "place.name": "Here"})
    accepted = host.call("chooseLocation").result
    host.play({"answers.dialogs": "decline"})
    declined = host.call("chooseLocation").result
    assert accepted is not None
    assert (accepted["name"], declined, host.ui.asked) == ("Here", {"errMsg": "chooseLocation:fail cancel"}, [])


def test_a_point_of_interest_is_a_city_or_a_place(host: FakeHost) -> None:
    _shown, city = on_the_map(host, "choosePoi", LANZHOU)
    _shown, place = on_the_map(host, "choosePoi", {**LANZHOU, "city": ""})
    assert ((city["type"], city["city"]), (place["type"], "city" in place)) == ((1, "兰州"), (2, False))


def test_a_place_is_shown_on_a_map(host: FakeHost) -> None:
    assert host.call("openLocation", latitude=36.06, longitude=103.83, name="兰州", scale=99).ok
    assert host.ui.shown == [
        ("map", {"latitude": 36.06, "longitude": 103.83, "scale": 18, "title": "兰州", "address": "", "chooses": False})
    ]
    assert host.call("openLocation", latitude=91, longitude=0).result == {
        "errMsg": "openLocation:fail invalid coordinate"
    }
    assert len(host.ui.shown) == 1
