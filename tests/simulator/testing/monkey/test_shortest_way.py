"""The shortest way to a failure: short cuts first, with the time that each step was given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from simulator.testing.doing import Deed
from simulator.testing.monkey.judge import Finding
from simulator.testing.monkey.life import Done, Life
from simulator.testing.monkey.shortest_way import Patience, Shortest, shortest_way, simpler
from simulator.testing.script import steps as does
from simulator.testing.script.ways import Part, Way

FOUND = Finding("program", "error", "no tea", "a.js", 1)
TIME = does.PassTime(500)


def tap(name: str) -> Deed:
    return does.Tap(Way((Part(name),)))


class Relived:
    """A life in which steps fail that have these in their order."""

    def __init__(self, *needed: Deed) -> None:
        self.needed = needed
        self.tried = 0

    def begin(self) -> Life:
        return cast(Life, self)

    def relive(self, steps: Sequence[Done], wanted: tuple[str, ...]) -> list[Done] | None:
        assert wanted == FOUND.key
        self.tried += 1
        left = list(self.needed)
        for one in steps:
            if left and one.step == left[0]:
                left.pop(0)
        return None if left else list(steps)


def way(steps: Sequence[tuple[str, Deed]], *needed: Deed, attempts: int = 80) -> tuple[Shortest, int]:
    lived = Relived(*needed)
    done = [Done(page, step) for page, step in steps]
    return shortest_way(lived.begin, FOUND, done, Patience(attempts, 600)), lived.tried


def test_detours_are_cut_out_at_once_with_what_led_from_page_to_page_in_its_time() -> None:
    detour: list[tuple[str, Deed]] = [("a", tap(f".{number}")) for number in range(40)]
    steps = [
        ("a", tap(".x")), ("b", TIME), ("b", does.GoBack()), *detour, ("a", tap(".to-b")), ("b", TIME),
        ("b", tap(".to-c")), ("c", TIME), ("c", tap(".throws")),
    ]  # fmt: skip
    short, tried = way(steps, tap(".to-b"), TIME, tap(".to-c"), tap(".throws"))
    assert [one.step for one in short.steps] == [tap(".to-b"), TIME, tap(".to-c"), tap(".throws")]
    assert short.is_repeatable
    assert short.attempts == tried <= 16


def test_what_was_done_on_the_last_page_may_be_needed() -> None:
    steps = [("a", tap(".x")), ("a", tap(".to-b")), ("b", tap(".opens")), ("b", tap(".throws"))]
    short, _ = way(steps, tap(".to-b"), tap(".opens"), tap(".throws"))
    assert [one.step for one in short.steps] == [tap(".to-b"), tap(".opens"), tap(".throws")]


def test_time_that_is_not_needed_goes() -> None:
    short, _ = way([("a", TIME), ("a", tap(".x")), ("a", TIME), ("a", tap(".y")), ("a", TIME)], tap(".x"), tap(".y"))
    assert [one.step for one in short.steps] == [tap(".x"), tap(".y")]


def test_what_does_not_happen_again_stays_as_it_was() -> None:
    short, tried = way([("a", tap(".x")), ("a", tap(".y"))], tap(".z"))
    assert (len(short.steps), short.is_repeatable, tried) == (2, False, 1)


def test_patience_ends() -> None:
    steps = [("a", tap(f".{number}")) for number in range(30)]
    short, tried = way(steps, tap(".1"), tap(".20"), attempts=5)
    assert tried == 5
    assert short.is_repeatable


def test_texts_become_shorter() -> None:
    done = Done("a", does.Fill(Way((Part("input"),)), "x" * 8, confirms=True))
    texts = [one.step.text for one in simpler(done) if isinstance(one.step, does.Fill)]
    assert texts == ["", "a", "x", "xxxx", "x" * 8]
    assert list(simpler(Done("a", does.GoBack()))) == []
