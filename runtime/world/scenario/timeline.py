"""What a scenario does, and when, as an endless or ending sequence. Plain data: no clock here."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.world.scenario.model import Scenario, Times, Track
from runtime.world.scenario.read import length_ms


@dataclass(frozen=True, slots=True)
class Act:
    """At `at_ms` values are set, then an event takes place (empty: none)."""

    at_ms: float
    values: Mapping[str, Any] = field(default_factory=dict)
    event: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


def acts(scenario: Scenario) -> Iterator[Act]:
    """All acts in their order; what happens at the same moment in the order of the file, steps before tracks."""
    whole_ms = length_ms(scenario)
    begins_ms, round_number = 0.0, 0
    while round_number < _rounds(scenario.loop):
        for act in _once(scenario):
            if scenario.loop is not False and act.at_ms > whole_ms:
                break
            yield Act(begins_ms + act.at_ms, act.values, act.event, act.detail)
        round_number += 1
        begins_ms += whole_ms


def _once(scenario: Scenario) -> Iterator[Act]:
    steps = sorted((Act(step.at, step.set, step.fire, step.detail) for step in scenario.steps), key=_moment)
    ends_ms = scenario.duration
    for act in heapq.merge(steps, *(_along(track) for track in scenario.tracks), key=_moment):
        if ends_ms is not None and act.at_ms > ends_ms:
            return
        yield act


def _along(track: Track) -> Iterator[Act]:
    every = track.every or track.step
    samples = max(1, int((len(track.points) - 1) * track.step // every) + 1)
    number = 0
    # With a loop the first point follows the last one after a step.
    for _round in _counted(_rounds(track.loop)):
        for sample in range(samples):
            values = dict(zip(track.values, _between(track, sample * every / track.step), strict=True))
            yield Act(track.at + (number + sample) * every, values)
        number += max(samples, round(len(track.points) * track.step / every))


def _between(track: Track, place: float) -> list[Any]:
    index = min(int(place), len(track.points) - 1)
    one, part = track.points[index], place - index
    if part <= 0 or index + 1 >= len(track.points):
        return one
    other = track.points[index + 1]
    return [_mix(before, after, part) for before, after in zip(one, other, strict=True)]


def _mix(before: Any, after: Any, part: float) -> Any:
    are_numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (before, after))
    if not are_numbers:
        return before
    mixed = before + (after - before) * part
    return round(mixed) if isinstance(before, int) and isinstance(after, int) else mixed


def _rounds(loop: Times) -> float:
    return float("inf") if loop is True else 1 if loop is False else loop


def _counted(rounds: float) -> Iterator[int]:
    number = 0
    while number < rounds:
        yield number
        number += 1


def _moment(act: Act) -> float:
    return act.at_ms
