"""The map over the phone: a place is chosen by a city's name or by dragging, or only shown."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser

BEIJING = {"latitude": 39.9087, "longitude": 116.3975, "scale": 12, "title": "Here", "address": "Road"}
MAP = "(await import('handset://shell/shell/main.js')).phone.mapPage"


def opened(phone: PhoneDriver, **params: Any) -> int:
    """Once its map is there and lists what is near."""
    asked = phone.start("call-shell", call={"name": "map", **BEIJING, "chooses": True, **params})
    look = "document.querySelector('.map-page-row') ? there(1) : requestAnimationFrame(look)"
    phone.evaluate(f"await new Promise((there) => {{ const look = () => {look}; look(); }})")
    return asked


def test_a_city_is_found_by_its_name(phone: PhoneDriver) -> None:
    asked = opened(phone)
    assert phone.shell("text", ".map-page-name") == "Here"
    phone.shell("input", ".map-page-search", value="兰州")
    phone.shell("tap", ".map-page-row")
    phone.shell("tap", ".map-page-confirm")
    answer = phone.answer(asked)["result"]
    assert (answer["confirm"], answer["name"], answer["city"]) == (True, "兰州", "兰州")
    assert (round(answer["latitude"]), round(answer["longitude"])) == (36, 104)
    assert phone.shell("rect", ".sheet.map-page")["visible"] is False


def test_what_lies_under_the_pin_is_chosen(phone: PhoneDriver) -> None:
    asked = opened(phone)
    phone.evaluate(f"void {MAP}._ground.map.panBy([60, 0], {{ animate: false }})")
    assert phone.shell("text", ".map-page-name") == "北京"
    phone.shell("tap", ".map-page-confirm")
    answer = phone.answer(asked)["result"]
    assert (answer["longitude"] > 116.4, answer["city"], "北京" in answer["address"]) == (True, "", True)


def test_a_map_that_is_left_chooses_nothing(phone: PhoneDriver) -> None:
    asked = opened(phone)
    phone.shell("input", ".map-page-search", value="<b>no such city")
    assert phone.shell("text", ".map-page-rows") == "没有这个城市"
    phone.shell("tap", ".map-page .settings-back")
    assert phone.answer(asked)["result"]["confirm"] is False
    again = opened(phone)
    phone.call_shell("clear")
    assert phone.answer(again)["result"]["confirm"] is False


def test_a_place_is_shown_until_it_is_left(phone: PhoneDriver) -> None:
    phone.call_shell("map", **BEIJING, chooses=False)
    assert (phone.shell("text", ".map-page-name"), phone.shell("text", ".map-page-address")) == ("Here", "Road")
    assert phone.evaluate("document.querySelector('.map-page-confirm')") is None
    phone.shell("tap", ".map-page .settings-back")
    assert phone.shell("rect", ".sheet.map-page")["visible"] is False
