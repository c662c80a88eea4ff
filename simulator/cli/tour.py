"""`handset tour`: opens every declared page and reports what went wrong on each."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import msgspec

from simulator.cli.phone_options import options_of
from simulator.touring.contact_sheet import save_contact_sheet
from simulator.touring.report import PageReport, TourReport, totals
from simulator.touring.tour import NotAProject, TourPlan, tour

EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4


def run_tour(args: argparse.Namespace) -> int:
    """Returns 0, 2 (not a project), 3 (errors in the program) or 4 (errors of Handset)."""
    plan = TourPlan(shots=args.shots, timeout_s=args.timeout)
    try:
        pages = tour(args.project, options_of(args), plan, _print_line)
    except NotAProject as why:
        print(f"handset: {args.project} is no mini-program project: {why}", file=sys.stderr)
        return EXIT_NOT_A_PROJECT
    report = TourReport(str(args.project), pages, totals(pages), _contact_sheet(args.shots, pages))
    if args.report:
        args.report.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=1))
    sums = report.totals
    passed = f", {sums.passed} went elsewhere at once" if sums.passed else ""
    errors = ", ".join(f"{kind} {number}" for kind, number in sums.errors.items())
    print(f"{sums.ready} of {sums.pages} pages ready{passed}; errors: {errors}")
    if sums.errors["handset"] or not all(page.ready or page.went_to or page.errors for page in pages):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if sums.errors["program"] else EXIT_FINE


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
