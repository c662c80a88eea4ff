"""A monkey within a test: what it breaks fails the test, in words that say how to break it again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from simulator.testing.app import App
from simulator.testing.failure import TestFailure
from simulator.testing.monkey.exploring import Bounds
from simulator.testing.monkey.monkey import Plan, let_loose
from simulator.testing.monkey.report import Failure, MonkeyReport, summary
from simulator.testing.settings import RunSettings, Tier

__tracebackhide__ = True


@dataclass(frozen=True)
class Monkey:
    """The fixture `monkey`: `monkey(seed=1, steps=200)`. `settings` say of which program, and how it is run."""

    settings: RunSettings

    def __call__(
        self,
        *,
        seed: int = 1,
        steps: int = 200,
        page: str = "",
        timeout: float = 300.0,
        prepare: Callable[[App], object] | None = None,
    ) -> MonkeyReport:
        """So many steps at random, for so many seconds at most, in lives that begin on `page` (empty: the entry page).
        `prepare` gets the program after each clean start, to answer requests or to log in. What breaks fails the test,
        with the shortest way to it."""
        plan = Plan(seed, Bounds(steps, timeout, page))
        if prepare is not None:
            plan = replace(plan, prepare=prepare)
        report = let_loose(replace(self.settings, dialogs="ask", network="closed"), plan, lambda _found: None)
        if report.failures:
            lines = [summary(report), *(line for failure in report.failures for line in _lines(failure))]
            raise TestFailure("\n".join(lines))
        return report


def launch_monkey(
    project: str | os.PathLike[str],
    *,
    tier: Tier = "logic",
    device: str = "",
    world: Mapping[str, Any] = MappingProxyType({}),
) -> Monkey:
    """The same without pytest: `launch_monkey("path/to/project")(steps=100)`."""
    return Monkey(RunSettings(Path(os.path.realpath(project)), tier, device, world=dict(world)))


def _lines(failure: Failure) -> Iterator[str]:
    place = f" ({failure.file}:{failure.line})" if failure.file else ""
    yield f"  {failure.kind} {failure.what}: {failure.message.partition(chr(10))[0]}{place}"
    for number, step in enumerate(failure.steps, 1):
        yield f"    {number} {step.page}: {step.code}"
