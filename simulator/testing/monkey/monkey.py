"""The monkey: explores a program, then finds the shortest way to each failure that it has come upon."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from msgspec import structs

from simulator.testing.app import App
from simulator.testing.monkey.exploring import Bounds, Exploration, Explorer, Found
from simulator.testing.monkey.judge import Judge
from simulator.testing.monkey.life import Life, Prepare
from simulator.testing.monkey.report import Failure, MonkeyReport, failure_of, finding_of, steps_of
from simulator.testing.monkey.shortest_way import Patience, Shortest, shortest_way
from simulator.testing.run import Run
from simulator.testing.settings import RunSettings

DEADLINE_S = 20.0
"""Longer than a program has to be silent to count as hanging."""
MOST_SHORTENED = 10
"""Of more failures the steps stay as they were found."""


@dataclass(frozen=True)
class Plan:
    """What is to be done with a program, and for how long. `prepare` is done after each clean start."""

    seed: int
    bounds: Bounds
    patience: Patience = field(default_factory=Patience)
    prepare: Prepare = field(default=lambda app: None)


def let_loose(settings: RunSettings, plan: Plan, told: Callable[[Found], None]) -> MonkeyReport:
    """On a program of its own, which is begun clean again and again. Raises ProgramFailure if it cannot be begun."""
    with _program(settings, plan.seed) as app:
        begin = _lives(app, plan.prepare)
        so_far = Explorer(app, begin, plan.bounds, plan.seed, told).explore()
        ways = _ways(begin, so_far, plan.patience)
        failures = [failure_of(found, way) for found, way in ways if found.finding.kind != "environment"]
        return _report(app, so_far, failures)


def confirmed(settings: RunSettings, report: MonkeyReport) -> MonkeyReport:
    """The report with whether each failure happens on a screen as well, on which a mask covers what is under it and
    canvases can be drawn."""
    if not report.failures:
        return report
    again = try_again(settings, structs.replace(report, tier="full"))
    failures = [structs.replace(failure, on_screen=is_there) for failure, is_there in again]
    return structs.replace(report, failures=failures)


def try_again(settings: RunSettings, report: MonkeyReport) -> list[tuple[Failure, bool]]:
    """The failures of a report, each with whether its steps lead to it again. Raises msgspec.ValidationError for steps
    that are none."""
    settings = replace(
        settings, tier=report.tier, network=report.network, device=report.device, world=dict(report.world)
    )
    outcome = []
    with _program(settings, report.seed) as app:
        begin = _lives(app, _nothing)
        for failure in report.failures:
            again = begin().relive(steps_of(failure), finding_of(failure).key)
            outcome.append((failure, again is not None))
    return outcome


@contextmanager
def _program(settings: RunSettings, seed: int) -> Iterator[App]:
    run = Run(replace(settings, seed=seed, deadline_s=DEADLINE_S))
    try:
        yield App(run)
    finally:
        run.close()


def _lives(app: App, prepare: Prepare) -> Callable[[], Life]:
    judge = Judge(app.run)
    return lambda: Life(app, judge, prepare)


def _nothing(_app: App) -> None:
    """There is nothing to prepare."""


def _ways(begin: Callable[[], Life], so_far: Exploration, patience: Patience) -> list[tuple[Found, Shortest]]:
    ways = []
    shortened = 0
    for found in so_far.found.values():
        way = Shortest(found.steps, is_repeatable=not found.steps, attempts=0)
        if found.steps and found.finding.kind != "environment" and shortened < MOST_SHORTENED and patience.attempts:
            shortened += 1
            way = shortest_way(begin, found.finding, found.steps, patience)
        ways.append((found, way))
    return ways


def _report(app: App, so_far: Exploration, failures: list[Failure]) -> MonkeyReport:
    settings = app.run.settings
    tried, places = so_far.experience.places
    return MonkeyReport(
        os.path.realpath(settings.project), settings.seed or 0, settings.tier, settings.network,
        settings.device, dict(settings.world), so_far.steps,
        so_far.lives, so_far.missed, so_far.experience.pages, len(app.run.program.session.facts.pages), places, tried,
        sum(found.finding.kind == "environment" for found in so_far.found.values()), failures,
    )  # fmt: skip
