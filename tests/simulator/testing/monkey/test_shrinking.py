"""Delta debugging, on sequences whose failure is known: what is left fails, and nothing of it can be spared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from simulator.testing.monkey.shrinking import Shrinking


def needs(wanted: Sequence[int]) -> Callable[[Sequence[int]], Sequence[int] | None]:
    """Fails when these come in this order; what comes after is not done."""

    def attempt(steps: Sequence[int]) -> Sequence[int] | None:
        left = list(wanted)
        for number, step in enumerate(steps):
            if left and step == left[0]:
                left.pop(0)
            if not left:
                return steps[: number + 1]
        return None

    return attempt


def shortened(steps: Sequence[int], wanted: Sequence[int], most: int = 10_000) -> tuple[list[int], int]:
    tries = 0
    attempt = needs(wanted)

    def counted(candidate: Sequence[int]) -> Sequence[int] | None:
        nonlocal tries
        tries += 1
        return attempt(candidate)

    shrinking = Shrinking(steps, counted, lambda: tries < most)
    shrinking.leave_out()
    return shrinking.best, tries


@given(st.lists(st.integers(0, 9), max_size=40), st.data())
def test_what_is_left_is_what_is_needed(noise: list[int], data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.integers(10, 12), min_size=1, max_size=4))
    steps = list(noise)
    place = 0
    for step in wanted:
        place = data.draw(st.integers(place, len(steps)))
        steps.insert(place, step)
        place += 1
    assert shortened(steps, wanted)[0] == wanted


def test_it_takes_few_tries() -> None:
    steps = [0] * 60
    steps[13], steps[59] = 1, 2
    best, tries = shortened(steps, [1, 2])
    assert best == [1, 2]
    assert tries <= 30


def test_no_candidate_is_tried_twice_and_none_when_there_is_no_patience() -> None:
    steps = [0, 1, 0, 2]
    assert shortened(steps, [1, 2], most=0) == (steps, 0)
    seen: list[tuple[int, ...]] = []

    def attempt(candidate: Sequence[int]) -> None:
        seen.append(tuple(candidate))

    Shrinking(steps, attempt, lambda: True).leave_out()
    assert len(seen) == len(set(seen))


def test_nothing_longer_and_nothing_empty_is_tried() -> None:
    shrinking = Shrinking([1], lambda steps: steps, lambda: True)
    assert not shrinking.accepts([0, 1])
    assert not shrinking.accepts([])
    assert shrinking.best == [1]


def test_single_steps_become_simpler_as_long_as_it_fails() -> None:
    def fails(steps: Sequence[str]) -> Sequence[str] | None:
        return steps if any("x" in step for step in steps) else None

    shrinking = Shrinking(["abcx", "ab"], fails, lambda: True)
    shrinking.simplify(lambda step: [step[1:]] if step else [])
    assert shrinking.best == ["x", ""]
