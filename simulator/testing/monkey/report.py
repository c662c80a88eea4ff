"""What a monkey reports: counts, and each failure with the steps that lead to it. Pure data, no Qt."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import msgspec
from msgspec import Struct

from simulator.testing.doing import Deed
from simulator.testing.monkey.exploring import Found
from simulator.testing.monkey.judge import Finding, What
from simulator.testing.monkey.life import Done
from simulator.testing.monkey.shortest_way import Shortest
from simulator.testing.script import steps as does
from simulator.testing.script.writer import step_line
from simulator.testing.settings import Access, Tier
from simulator.touring.report import ErrorKind

FORM = 1
"""Of the report; another one is refused."""


class ReportedStep(Struct, frozen=True):
    """One step: the page on which it is done, as a line of Python, and what its element shows. `does` and `values` are
    for running it again: a declared step (`simulator/testing/script/steps.py`) and its members."""

    page: str
    code: str
    shown: str
    does: str
    values: dict[str, Any]


class Failure(Struct, frozen=True):
    """`kind`: whose fault it is, as in a tour; `what` went wrong; `page` was on top then; `step` is the number of the
    step that found it.

    `steps` are the fewest that lead to it, none if the program shows it as soon as it starts; `attempts` were made to
    find that out. Not `is_repeatable`: the same steps did not lead to it again. `script` is the file of its test.
    `on_screen`: whether the steps lead to it with a real finger on a screen, too; None: nobody has tried.
    """

    kind: ErrorKind
    what: What
    message: str
    file: str
    line: int
    page: str
    step: int
    is_repeatable: bool
    attempts: int
    steps: list[ReportedStep]
    script: str = ""
    on_screen: bool | None = None


class MonkeyReport(Struct, frozen=True):
    """One run, and how it was run. `lives` were begun from a clean start; `missed` steps turned out not to be possible.
    `places` are lines of templates with something to touch, seen and `tried`. `surroundings` counts errors that only
    the lack of a network explains.
    """

    project: str
    seed: int
    tier: Tier
    network: Access
    device: str
    world: dict[str, Any]
    steps: int
    lives: int
    missed: int
    pages: list[str]
    declared_pages: int
    places: int
    tried: int
    surroundings: int
    failures: list[Failure]
    form: int = FORM


def failure_of(found: Found, way: Shortest) -> Failure:
    """A failure with its shortest way."""
    finding = found.finding
    return Failure(
        finding.kind, finding.what, finding.message, finding.file, finding.line, found.page, found.number,
        way.is_repeatable, way.attempts, [reported(one) for one in way.steps],
    )  # fmt: skip


def reported(done: Done) -> ReportedStep:
    """A step as it is reported."""
    values = {one.name: msgspec.to_builtins(getattr(done.step, one.name)) for one in fields(done.step)}
    return ReportedStep(done.page, step_line(done.step), done.shown, type(done.step).__name__, values)


def steps_of(failure: Failure) -> list[Done]:
    """The steps again. Raises msgspec.ValidationError."""
    return [Done(one.page, _step(one), one.shown) for one in failure.steps]


def finding_of(failure: Failure) -> Finding:
    """What it was."""
    return Finding(failure.kind, failure.what, failure.message, failure.file, failure.line)


def summary(report: MonkeyReport) -> str:
    """In one line."""
    counts = f"{report.steps} steps in {report.lives} lives with seed {report.seed}"
    covered = f"{len(report.pages)} of {report.declared_pages} pages, {report.tried} of {report.places} places"
    return f"{counts}: {covered}; failures: {len(report.failures)}"


def _step(one: ReportedStep) -> Deed:
    kind = getattr(does, one.does, None)
    if kind is None or kind not in _DEEDS:
        raise msgspec.ValidationError(f"{one.does!r} is no step")
    step: Deed = msgspec.convert(one.values, kind)
    return step


_DEEDS = Deed.__args__
