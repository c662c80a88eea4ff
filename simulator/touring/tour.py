"""Visits pages of a project on several phones side by side: while one waits until its page rests, the others work."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import msgspec

from runtime.compiler.build import BuildResult
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions
from simulator.running.steps import Steps
from simulator.running.together import carry_out_together
from simulator.touring.lane_data import users_of_lanes
from simulator.touring.look import look
from simulator.touring.report import PageReport
from simulator.touring.reports_in_order import ReportsInOrder, Told
from simulator.touring.seen import Seen
from simulator.touring.tour_plan import NotAProject, TourPlan

BUILD_TIMEOUT_S = 120.0


def tour(root: Path, options: ProgramOptions, plan: TourPlan, told: Told) -> list[PageReport]:
    """Reports the pages, each told as soon as those before it were. Raises NotAProject."""
    if plan.shots is not None:
        plan.shots.mkdir(parents=True, exist_ok=True)
    with users_of_lanes(root, options.user, plan.lanes) as users, ExitStack() as ends:
        first = ends.enter_context(headless_program(root, replace(options, user=users[0])))
        lane = _Lane(first, plan)
        entry = lane.enter()
        if first.program.build is None:
            raise NotAProject(first.why_stopped)
        pages = plan.among(first.program.session.facts.pages)
        reports = ReportsInOrder(pages, told)
        if entry is not None and entry.page in pages:
            reports.add(entry)
        lanes = [lane]
        for user in users[1 : len(reports.missing())]:
            beside = first.beside(replace(options, user=user))
            ends.callback(beside.close)
            lanes.append(_Lane(beside, plan))
        missing = reports.missing()
        carry_out_together(
            [
                (one.driver.program, one.visit_all(missing[number :: len(lanes)], reports))
                for number, one in enumerate(lanes)
            ],
            first.interruption,
        )
        first.until_advised(BUILD_TIMEOUT_S)
        return [_with_unknown(first.program.build, report) for report in reports.all()]


class _Lane:
    """One phone."""

    def __init__(self, driver: HeadlessProgram, plan: TourPlan) -> None:
        self.driver = driver
        self._plan = plan
        self._seen = Seen()
        self._is_at_rest = False
        driver.program.recorder.subscribe(self._seen.take)

    def enter(self) -> PageReport | None:
        """Builds the project and starts it on its entry page, if it has one; what is wrong with the build is reported
        there."""
        began = time.perf_counter()
        self.driver.launch(timeout_s=BUILD_TIMEOUT_S)
        entry = self.driver.program.page
        return self.driver.carry_out(self._look(entry.path, began)) if entry else None

    def visit_all(self, pages: Sequence[str], reports: ReportsInOrder) -> Steps[None]:
        """Goes to each of the pages with a clean screen. After one that never rests, or that ends the program, the
        next is the first of a new run: no page has to do with what others have left behind."""
        program = self.driver.program
        for page in pages:
            self._seen.forget()
            began = time.perf_counter()
            if program.state == "running" and self._is_at_rest:
                program.route("reLaunch", "/" + page)
            else:
                program.launch(page, builds=False)
            reports.add((yield from self._look(page, began)))

    def _look(self, page: str, began: float) -> Steps[PageReport]:
        self._is_at_rest, report = yield from look(
            self.driver, page, self._seen, self._plan.shots, self._plan.timeout_s, began
        )
        return report


def _with_unknown(build: BuildResult | None, report: PageReport) -> PageReport:
    """Tags on a page, or in its components, that are neither built-in nor declared."""
    if build is None:
        return report
    files = build.project.files
    reached = {files.outer(stem + ".wxml") for stem in build.project.closure(report.page)}
    found = (d for d in build.diagnostics if d.code == "project/unknown-tag" and d.span.file in reached)
    tags = sorted({diagnostic.args["tag"] for diagnostic in found})
    return msgspec.structs.replace(report, unknown_components=tags)
