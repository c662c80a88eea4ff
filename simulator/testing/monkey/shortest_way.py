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

    def more() -> bool:
        return attempts < patience.attempts and time.monotonic() < until

    # First with the time that its user has waited after each step: what a page brings later is there then.
    in_waits = Shrinking(_in_waits(again), lambda waits: _waits_done(attempt, waits), more)
    for cut in (_last, _without_detours, _straight_to_last_page, _pages_and_last):
        in_waits.accepts(cut(in_waits.best))
    in_waits.leave_out()
    shrinking = Shrinking(_flat(in_waits.best), attempt, more)
    shrinking.accepts([one for one in shrinking.best if not _is_time(one)])
    shrinking.leave_out()
    shrinking.simplify(simpler)
    return Shortest(tuple(shrinking.best), is_repeatable=True, attempts=attempts)


Wait = tuple[Done, ...]
"""A step and the time after it."""


def _in_waits(steps: Sequence[Done]) -> list[Wait]:
    waits: list[Wait] = []
    for one in steps:
        if waits and _is_time(one):
            waits[-1] = (*waits[-1], one)
        else:
            waits.append((one,))
    return waits


def _flat(waits: Sequence[Wait]) -> list[Done]:
    return [one for wait in waits for one in wait]


def _waits_done(attempt: Callable[[Sequence[Done]], list[Done] | None], waits: Sequence[Wait]) -> list[Wait] | None:
    done = attempt(_flat(waits))
    return None if done is None else _in_waits(done)


def _is_time(done: Done) -> bool:
    return isinstance(done.step, does.PassTime)


def _last(waits: Sequence[Wait]) -> Sequence[Wait]:
    return waits[-1:]


def _without_detours(waits: Sequence[Wait]) -> list[Wait]:
    """The steps that led from page to page: where a page comes again, what lies between is left out."""
    kept: list[Wait] = []
    for one in waits:
        again = next((place for place, other in enumerate(kept) if other[0].page == one[0].page), len(kept))
        kept[again:] = [one]
    return kept


def _straight_to_last_page(waits: Sequence[Wait]) -> list[Wait]:
    """The same, and all that was done on the last page since it was opened."""
    start = len(waits)
    while start and waits[start - 1][0].page == waits[-1][0].page:
        start -= 1
    return [*_without_detours(waits[:start]), *waits[start:]]


def _pages_and_last(waits: Sequence[Wait]) -> list[Wait]:
    return [*(one for one in waits[:-1] if one[0].moved), *waits[-1:]]


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
