"""One frame as a flame: its parts behind each other, calls of setData below logic, one below the other."""

from __future__ import annotations

from ide.models.updates.calls import Call
from ide.models.updates.frame import FrameFlame, flame_of
from simulator.bridge.record import DomTiming


def call(path: str, began_ms: float, logic_ms: float) -> Call:
    return Call(1e12, path, 1, 5, 1, 10, logic_ms, (), None, began_ms)


def told(flame: FrameFlame) -> list[tuple[int, float, float, str]]:
    return [(box.level, box.begin_ms, box.length_ms, box.call.path if box.call else box.part) for box in flame.boxes]


def test_parts_follow_each_other_and_what_was_not_measured_is_left_out() -> None:
    assert told(flame_of(DomTiming(10, 2, 3, 4), [])) == [
        (0, 0, 10, "logic"), (0, 10, 2, "wire"), (0, 12, 3, "view"), (0, 15, 4, "paint"),
    ]  # fmt: skip
    measured = told(flame_of(DomTiming(10, 2, 3, 4, 1, 5, 6), []))
    assert measured[3:] == [(0, 15, 1, "wait"), (0, 16, 5, "style"), (0, 21, 6, "layout"), (0, 27, 4, "paint")]


def test_a_call_stands_below_the_one_that_led_to_it() -> None:
    calls = [call("child", 101, 2), call("grandchild", 102, 0.5), call("page", 100, 6), call("later", 107, 1)]
    flame = flame_of(DomTiming(10, 0, 0, 0), calls)
    assert [one for one in told(flame) if one[0] > 0] == [
        (1, 0, 6, "page"), (2, 1, 2, "child"), (3, 2, 0.5, "grandchild"), (1, 7, 1, "later"),
    ]  # fmt: skip
    assert (flame.levels, flame.length_ms) == (4, 10)
    assert (FrameFlame().levels, FrameFlame().length_ms) == (0, 0)
