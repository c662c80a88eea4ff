"""Input on a real program: with one finger and two, by keys, on built-in components, by code."""

from __future__ import annotations

import pytest

from runtime.protocol.automation import Finger
from simulator.automation.driver import Failure
from tests.support.driven_program import Drives

pytestmark = pytest.mark.browser


def test_a_tap_is_heard(drives: Drives) -> None:
    drives.do(drives.driver.hands.tap, drives.one(".t"))
    assert drives.data("name") == "hit 7"


def test_fingers_come_and_go_one_by_one(drives: Drives) -> None:
    pad, hands = drives.one(".pad"), drives.driver.hands
    place = drives.ask(drives.driver.elements.place, pad)
    at = [Finger(number, place["left"] + 20 + 60 * number, place["top"] + 20) for number in (0, 1)]
    drives.do(hands.touch, pad, "start", fingers=at[:1])
    drives.do(hands.touch, pad, "start", fingers=at[1:])
    drives.do(hands.touch, pad, "move", fingers=[Finger(1, at[1].x, place["top"] + 40)])
    drives.do(hands.touch, pad, "end", fingers=at[:1])
    drives.do(hands.touch, pad, "end", fingers=at[1:])
    starts, moves, ends = [["touchstart", 1], ["touchstart", 2]], [["touchmove", 2]], [["touchend", 1], ["touchend", 0]]
    assert drives.data("seen") == starts + moves + ends
    assert drives.ask(hands.touch, pad, "end", fingers=at) == Failure("no finger 0 is down")


def test_a_finger_that_stays_is_a_long_press(drives: Drives) -> None:
    drives.do(drives.driver.hands.long_press, drives.one(".pad"))
    assert ["longpress", 1] in drives.data("seen")


def test_built_in_components_go_where_they_are_brought(drives: Drives) -> None:
    hands, elements = drives.driver.hands, drives.driver.elements
    drives.do(hands.slide_to, drives.one(".sl"), 42)
    drives.do(hands.tap, drives.one(".sw"))
    drives.do(hands.swipe_to, drives.one(".sp"), 1)
    drives.do(hands.move_to, drives.one(".mv"), 30, 10)
    drives.do(hands.scroll, drives.one(".sv"), top=120)
    kinds = {(kind, str(detail["value"])) for kind, detail in drives.data("seen") if "value" in detail}
    assert kinds == {("changing", "42"), ("change", "42"), ("change", "True")}
    assert drives.ask(elements.properties, drives.one(".sp"), ["current"]) == [1]
    assert drives.ask(elements.extent, drives.one(".sv"))["scrollTop"] == 120
    assert drives.ask(elements.place, drives.one(".mv"))["left"] == 30
    assert drives.ask(hands.slide_to, drives.one(".box"), 1) == Failure("view has no slideTo")


def test_code_makes_events(drives: Drives) -> None:
    hands = drives.driver.hands
    drives.do(hands.trigger, drives.one("card"), "buy", {"n": 5})
    drives.do(hands.trigger, drives.one(".sw"), "change", {"value": "made up"})
    drives.do(hands.dispatch, drives.one(".t"), "tap", {})
    assert drives.data("seen") == [["buy", {"n": 5}], ["change", {"value": "made up"}]]
    assert drives.data("name") == "hit 7"


def test_keys_reach_the_model(drives: Drives) -> None:
    drives.do(drives.driver.hands.enter, drives.one(".in"), "one two")
    assert drives.data("typed") == "one two"
    assert isinstance(drives.ask(drives.driver.hands.enter, drives.one(".box"), "x"), Failure)
