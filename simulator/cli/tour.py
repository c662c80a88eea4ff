"""`handset tour`: opens every declared page and reports what went wrong on each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec.structs import replace

from simulator.cli.annotations import Annotation, write_annotations
from simulator.cli.phone_options import options_of
from simulator.touring.contact_sheet import save_contact_sheet
from simulator.touring.html_report import html_report
from simulator.touring.report import PageReport, TourReport, totals
from simulator.touring.tour import LANES, NotAProject, TourPlan, tour

EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4


def run_tour(args: argparse.Namespace) -> int:
    """Returns 0, 2 (not a project), 3 (errors in the program) or 4 (errors of Handset)."""
    with TemporaryDirectory(prefix="handset-tour-") as folder:
        # A page with pictures needs them for a while only.
        shots = args.shots or (Path(folder) if args.html else None)
        try:
            # A recording is that of one phone.
            plan = TourPlan(shots=shots, timeout_s=args.timeout, lanes=1 if args.record else LANES)
            pages = tour(args.project, options_of(args), plan, _print_line)
        except NotAProject as why:
            print(f"handset: {args.project} is no mini-program project: {why}", file=sys.stderr)
            return EXIT_NOT_A_PROJECT
        return _report(args, pages)


def _report(args: argparse.Namespace, pages: list[PageReport]) -> int:
    try:
        report = TourReport(str(args.project), pages, totals(pages), _contact_sheet(args.shots, pages))
        _write(args, report)
    except OSError as error:
        print(f"handset: the report cannot be written: {error}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    sums = report.totals
    passed = f", {sums.passed} went elsewhere at once" if sums.passed else ""
    errors = ", ".join(f"{kind} {number}" for kind, number in sums.errors.items())
    print(f"{sums.ready} of {sums.pages} pages ready{passed}; errors: {errors}")
    if sums.errors["handset"] or not all(page.ready or page.went_to or page.errors for page in pages):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if sums.errors["program"] else EXIT_FINE


def _write(args: argparse.Namespace, report: TourReport) -> None:
    if args.html:
        args.html.write_bytes(html_report(report, args.before))
    if args.report:
        pages = [page if args.shots else replace(page, screenshot=None) for page in report.pages]
        args.report.write_bytes(msgspec.json.format(msgspec.json.encode(replace(report, pages=pages)), indent=1))
    errors = [error for page in report.pages for error in page.errors]
    found = [Annotation("error", one.message, f"tour/{one.kind}", one.file, one.line) for one in errors]
    write_annotations(args, found, sys.stdout)


def _contact_sheet(folder: Path | None, pages: list[PageReport]) -> str | None:
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
