"""`handset tour`: opens every declared page in turn and reports what went wrong on each."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from runtime.compiler.build import BuildResult
from runtime.protocol import automation
from simulator.bridge.record import Record, own_frames
from simulator.cli.contact_sheet import save_contact_sheet
from simulator.cli.phone_options import options_of
from simulator.cli.report import PageError, PageReport, TourReport, totals
from simulator.running.headless import ActionFailed, Deadline, HeadlessProgram, headless_program

BUILD_TIMEOUT_S = 120.0
EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4


@dataclass
class Seen:
    """What the recorder has told since the present page was opened."""

    errors: dict[int, Record] = field(default_factory=dict)
    unsupported: set[str] = field(default_factory=set)
    console_errors: int = 0

    def take(self, records: Sequence[Record]) -> None:
        """A subscriber of the recorder."""
        for record in records:
            if record.kind == "error":
                self.errors[record.sequence] = record
            if record.kind == "log" and record.level == "error":
                self.console_errors += 1
            if record.kind == "api" and record.api_state == "unsupported":
                self.unsupported.add(record.title)


def run_tour(args: argparse.Namespace) -> int:
    """Returns 0, 2 (not a project), 3 (errors in the program) or 4 (errors of Handset)."""
    with headless_program(args.project, options_of(args)) as driver:
        seen = Seen()
        driver.program.recorder.subscribe(seen.take)
        started = time.perf_counter()
        driver.launch(timeout_s=BUILD_TIMEOUT_S)
        if driver.program.build is None:
            print(f"handset: {args.project} is no mini-program project: {driver.why_stopped}", file=sys.stderr)
            return EXIT_NOT_A_PROJECT
        driver.until_advised(BUILD_TIMEOUT_S)
        pages: list[PageReport] = []
        entry = driver.program.page
        for path in driver.program.session.facts.pages:
            at_entry = entry is not None and path == entry.path and not pages
            pages.append(_visit(driver, path, seen, args, started if at_entry else None))
            _print_line(pages[-1])
    sheet = _contact_sheet(args.shots, pages)
    report = TourReport(str(args.project), pages, totals(pages), sheet)
    if args.report:
        args.report.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1))
    sums = report.totals
    passed = f", {sums.passed} went elsewhere at once" if sums.passed else ""
    errors = ", ".join(f"{kind} {number}" for kind, number in sums.errors.items())
    print(f"{sums.ready} of {sums.pages} pages ready{passed}; errors: {errors}")
    if sums.errors["handset"] or not all(page.ready or page.went_to or page.errors for page in pages):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if sums.errors["program"] else EXIT_FINE


def _visit(
    driver: HeadlessProgram, path: str, seen: Seen, args: argparse.Namespace, started: float | None
) -> PageReport:
    program = driver.program
    if started is None:
        seen.errors.clear()
        seen.unsupported.clear()
        seen.console_errors = 0
        started = time.perf_counter()
        if program.state != "running":
            program.restart(keep_stack=False)
        program.route("reLaunch", "/" + path)
    page = program.page
    went_to = ""
    try:
        # A page may send its user on before it is drawn, and the next one may do so as well.
        driver.until(driver.is_page_drawn, f"{path} to be drawn", args.timeout)
        driver.until_rested(min(args.timeout, 4.0))
        if program.state == "running" and program.page and program.page.path != path:
            went_to = program.page.path
    except Deadline as problem:
        seen.errors[-1] = Record(-1, 0, "error", str(problem), origin="handset")
    tree, picture = _look(driver, path, args.shots)
    first = program.first_render_ms.get(page.page_id) if page else None
    errors = [_page_error(record) for record in seen.errors.values()]
    return PageReport(
        page=path,
        ready=first is not None and page is not None and page.path == path,
        error_count=len(errors),
        errors=errors,
        unsupported_apis=sorted(seen.unsupported),
        unknown_components=sorted(_unknown_components(program.build, path)),
        nodes=_count(tree),
        first_render_ms=None if first is None else round(first - started * 1000, 1),
        screenshot=picture,
        went_to=went_to,
        console_errors=seen.console_errors,
    )


def _unknown_components(build: BuildResult | None, page: str) -> set[str]:
    """Tags on a page, or in its components, that are neither built-in nor declared."""
    if build is None:
        return set()
    files = build.project.files
    reached = {files.outer(stem + ".wxml") for stem in build.project.closure(page)}
    found = (d for d in build.diagnostics if d.code == "project/unknown-tag" and d.span.file in reached)
    return {diagnostic.args["tag"] for diagnostic in found}


def _look(driver: HeadlessProgram, path: str, folder: Path | None) -> tuple[Any, str | None]:
    try:
        tree = driver.automate(automation.Tree())
    except (ActionFailed, Deadline):
        return None, None
    if folder is None:
        return tree, None
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (path.replace("/", "__") + ".png")
    return tree, str(target) if driver.screenshot().save(str(target)) else None


def _count(tree: Any) -> int:
    if not isinstance(tree, dict):
        return 0
    return 1 + sum(_count(child) for child in tree.get("children", ()))


def _page_error(record: Record) -> PageError:
    frame = next(iter(own_frames(record.stack)), None)
    return PageError(record.origin, record.title, frame.file if frame else "", frame.line if frame else 0)


def _contact_sheet(folder: Path | None, pages: Sequence[PageReport]) -> str | None:
    pictures = [(page.page, Path(page.screenshot)) for page in pages if page.screenshot]
    if folder is None or not pictures:
        return None
    target = folder / "contact-sheet.png"
    save_contact_sheet(pictures, target)
    return str(target)


def _print_line(page: PageReport) -> None:
    state = "ready" if page.ready else "not drawn" if page.went_to else "NOT READY"
    state += f", went on to {page.went_to}" if page.went_to else ""
    first = "" if page.first_render_ms is None else f", {page.first_render_ms:.0f} ms"
    written = f", {page.console_errors} by console.error" if page.console_errors else ""
    print(f"{page.page}: {state}{first}, {page.nodes} nodes, {page.error_count} errors{written}", flush=True)
    for error in page.errors[:5]:
        place = f" ({error.file}:{error.line})" if error.file else ""
        print(f"    {error.kind}: {error.message.splitlines()[0]}{place}", flush=True)
