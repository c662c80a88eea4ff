"""From a use of a program that has failed to the shortest one that fails the same way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.testing.monkey.judge import Finding
from simulator.testing.monkey.life import Done, Life
from simulator.testing.monkey.shrinking import Shrinking
from simulator.testing.script import steps as does


@dataclass(frozen=True)
class Patience:
    """How often a failing use may be tried again, and for how long in all."""

    attempts: int = 80
    seconds: float = 120.0


@dataclass(frozen=True)
class Shortest:
    """`steps` lead to a finding; `is_repeatable`: they have done so again. `attempts` were made on the way."""

    steps: tuple[Done, ...]
    is_repeatable: bool
    attempts: int


def shortest_way(begin: Callable[[], Life], found: Finding, steps: Sequence[Done], patience: Patience) -> Shortest:
    """`begin` gives a life to try in; `steps` are those that have led to what was found."""
    until = time.monotonic() + patience.seconds
    attempts = 0

    def attempt(candidate: Sequence[Done]) -> list[Done] | None:
        nonlocal attempts
        attempts += 1
        return begin().relive(candidate, found.key)

    again = attempt(steps)
    if again is None:
        return Shortest(tuple(steps), is_repeatable=False, attempts=attempts)
    shrinking = Shrinking(again, attempt, lambda: attempts < patience.attempts and time.monotonic() < until)
    _take_short_cuts(shrinking)
    shrinking.leave_out()
    shrinking.simplify(simpler)
    return Shortest(tuple(shrinking.best), is_repeatable=True, attempts=attempts)


def _take_short_cuts(shrinking: Shrinking[Done]) -> None:
    """What suffices most often: the last step, alone or with those that have led to its page."""
    for cut in (_last, _without_detours, _without_time, _pages_and_last, _end):
        shrinking.accepts(cut(shrinking.best))


def _without_time(steps: Sequence[Done]) -> list[Done]:
    return [one for one in steps if not isinstance(one.step, does.PassTime)]


def _last(steps: Sequence[Done]) -> Sequence[Done]:
    return steps[-1:]


def _without_detours(steps: Sequence[Done]) -> list[Done]:
    """The steps that led from page to page: where a page comes again, what lies between is left out."""
    kept: list[Done] = []
    for one in steps:
        again = next((place for place, other in enumerate(kept) if other.page == one.page), len(kept))
        kept[again:] = [one]
    return kept


def _pages_and_last(steps: Sequence[Done]) -> list[Done]:
    return [*(one for one in steps[:-1] if one.moved), *steps[-1:]]


def _end(steps: Sequence[Done]) -> Sequence[Done]:
    return steps[-4:]


def simpler(done: Done) -> Iterable[Done]:
    """Plainer forms of a step, the plainest first."""
    step = done.step
    match step:
        case does.Fill(_, text):
            for shorter in dict.fromkeys(("", "a", text[:1], text[: len(text) // 2], text[len(text) // 2 :])):
                if len(shorter) < len(text):
                    yield replace(done, step=replace(step, text=shorter, confirms=False))
            if step.confirms:
                yield replace(done, step=replace(step, confirms=False))
        case does.AnswerDialog(_, True, str() as text) if text:
            yield replace(done, step=replace(step, text=""))
        case _:
            return
