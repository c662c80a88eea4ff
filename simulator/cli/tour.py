"""`handset tour`: opens every declared page and reports what went wrong on each; of one project or several, on one
phone or several, on this computer or a cluster."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace as replaced
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from simulator.cli.annotations import Annotation, write_annotations
from simulator.cli.phone_options import options_of
from simulator.touring.cluster.bundle import BundleError
from simulator.touring.cluster.spread import NoCluster, spread
from simulator.touring.contact_sheet import save_contact_sheet
from simulator.touring.html_report import html_report
from simulator.touring.job import Job
from simulator.touring.report import PageReport, TourReport, summary, totals
from simulator.touring.tour import tour
from simulator.touring.tour_plan import LANES, NotAProject, TourPlan, UnknownPage

EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4

Told = Callable[[Job, PageReport], None]


def run_tour(args: argparse.Namespace) -> int:
    """Returns 0, 2 (not a project), 3 (errors in the program) or 4 (errors of Handset)."""
    with TemporaryDirectory(prefix="handset-tour-") as folder:
        # A page with pictures needs them for a while only.
        shots = args.shots or (Path(folder) if args.html else None)
        jobs = _jobs(args, shots)
        if args.record and (len(jobs) > 1 or args.scheduler):
            print("handset: a recording is that of one project on one phone of this computer", file=sys.stderr)
            return EXIT_NOT_A_PROJECT
        told = _print_line if len(jobs) == 1 else _print_line_of
        try:
            tours = spread(args.scheduler, jobs, told) if args.scheduler else _one_by_one(jobs, told)
            reports = [_report(job, pages, args.shots) for job, pages in zip(jobs, tours, strict=True)]
            _write(args, [(report, _before(args, job, shots)) for report, job in zip(reports, jobs, strict=True)])
        except (NotAProject, UnknownPage) as why:
            print(f"handset: {why}", file=sys.stderr)
            return EXIT_NOT_A_PROJECT
        except (NoCluster, BundleError) as error:
            print(f"handset: {error}", file=sys.stderr)
            return EXIT_HANDSET_ERROR
        except OSError as error:
            print(f"handset: the report cannot be written: {error}", file=sys.stderr)
            return EXIT_HANDSET_ERROR
    return max(_sum_up(report) for report in reports)


def _jobs(args: argparse.Namespace, shots: Path | None) -> list[Job]:
    devices = args.device or [""]
    # A recording is that of one phone.
    plan = TourPlan(tuple(args.page), timeout_s=args.timeout, lanes=1 if args.record else LANES)
    jobs = []
    for root in args.projects:
        for device in devices:
            # Pictures of several have a folder each.
            parts = [_name(root)] * (len(args.projects) > 1) + [device or "phone"] * (len(devices) > 1)
            of_job = replaced(plan, shots=shots.joinpath(*parts) if shots else None)
            jobs.append(Job(root, options_of(args, device), of_job))
    return jobs


def _one_by_one(jobs: Sequence[Job], told: Told) -> list[list[PageReport]]:
    tours = []
    for job in jobs:
        try:
            tours.append(tour(job.root, job.options, job.plan, partial(told, job)))
        except NotAProject as why:
            raise NotAProject(f"{job.root} is no mini-program project: {why}") from why
    return tours


def _report(job: Job, pages: list[PageReport], shots: Path | None) -> TourReport:
    sheet = _contact_sheet(job.plan.shots, pages) if shots else None
    return TourReport(str(job.root), pages, totals(pages), sheet, job.options.device_name)


def _before(args: argparse.Namespace, job: Job, shots: Path | None) -> Path | None:
    """The folder of an earlier tour of the same project on the same phone."""
    if args.before is None or shots is None or job.plan.shots is None:
        return None
    folder: Path = args.before / job.plan.shots.relative_to(shots)
    return folder


def _write(args: argparse.Namespace, tours: Sequence[tuple[TourReport, Path | None]]) -> None:
    if args.html:
        args.html.write_bytes(html_report(tours))
    reports = [report for report, _ in tours]
    if args.report:
        kept = reports if args.shots else [_without_pictures(report) for report in reports]
        # Of one project on one phone it is the report itself.
        written = msgspec.json.encode(kept[0] if len(kept) == 1 else {"tours": kept})
        args.report.write_bytes(msgspec.json.format(written, indent=1))
    write_annotations(args, [found for report in reports for found in _annotations(report)], sys.stdout)


def _annotations(report: TourReport) -> list[tuple[Path, Annotation]]:
    errors = [error for page in report.pages for error in page.errors]
    found = [Annotation("error", one.message, f"tour/{one.kind}", one.file, one.line) for one in errors]
    return [(Path(report.project), one) for one in found]


def _without_pictures(report: TourReport) -> TourReport:
    return replace(report, pages=[replace(page, screenshot=None) for page in report.pages])


def _sum_up(report: TourReport) -> int:
    sums = report.totals
    print(summary(sums))
    if sums.errors["handset"] or not all(page.ready or page.went_to or page.errors for page in report.pages):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if sums.errors["program"] else EXIT_FINE


def _contact_sheet(folder: Path | None, pages: list[PageReport]) -> str | None:
    pictures = [(page.page, Path(page.screenshot)) for page in pages if page.screenshot]
    if folder is None or not pictures:
        return None
    target = folder / "contact-sheet.png"
    save_contact_sheet(pictures, target)
    return str(target)


def _name(root: Path) -> str:
    return os.path.basename(os.path.realpath(root))


def _print_line_of(job: Job, page: PageReport) -> None:
    phone = f" on {job.options.device_name}" if job.options.device_name else ""
    print(f"{_name(job.root)}{phone}: ", end="")
    _print_line(job, page)


def _print_line(_job: Job, page: PageReport) -> None:
    state = "ready" if page.ready else "not drawn" if page.went_to else "NOT READY"
    state += f", went on to {page.went_to}" if page.went_to else ""
    first = "" if page.first_render_ms is None else f", {page.first_render_ms:.0f} ms"
    written = f", {page.console_errors} by console.error" if page.console_errors else ""
    print(f"{page.page}: {state}{first}, {page.nodes} nodes, {page.error_count} errors{written}", flush=True)
    for error in page.errors[:5]:
        place = f" ({error.file}:{error.line})" if error.file else ""
        print(f"    {error.kind}: {error.message.splitlines()[0]}{place}", flush=True)
