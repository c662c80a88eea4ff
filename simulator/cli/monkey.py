"""`handset monkey`: uses a program at random and reports what breaks, with the shortest way to break it again.

Exit codes are those of a tour: 0 nothing was found, 2 not a project, 3 errors in the program, 4 errors of Handset.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TextIO

import msgspec

from simulator.cli.annotations import Annotation, write_annotations
from simulator.testing.failure import ProgramFailure
from simulator.testing.monkey.as_test import written_tests
from simulator.testing.monkey.exploring import Bounds, Found
from simulator.testing.monkey.html import html_report
from simulator.testing.monkey.monkey import Plan, confirmed, let_loose, try_again
from simulator.testing.monkey.report import FORM, Failure, MonkeyReport, summary
from simulator.testing.monkey.shortest_way import Patience
from simulator.testing.settings import RunSettings

EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4
BUILD_TIMEOUT_S = 120.0


def run_monkey(args: argparse.Namespace) -> int:
    """Returns the exit code."""
    out: TextIO = sys.stderr if args.json else sys.stdout
    settings = RunSettings(
        args.project, args.tier, args.device, world=dict(args.world), start_s=BUILD_TIMEOUT_S,
        network="open" if args.online else "closed",
    )  # fmt: skip
    try:
        if args.replay:
            return _replay(args.replay, settings, out)
        report = let_loose(settings, _plan(args), lambda found: _tell(found, out))
        if args.confirm:
            report = confirmed(settings, report)
        if args.tests:
            report = written_tests(report, args.tests)
        _write(args, report)
    except ProgramFailure as why:
        print(f"handset: {why}", file=sys.stderr)
        return EXIT_NOT_A_PROJECT
    for number, failure in enumerate(report.failures, 1):
        _tell_failure(number, failure, out)
    print(summary(report), file=out)
    # What does not happen on a screen is not held against the program.
    return exit_code([failure.kind for failure in report.failures if failure.on_screen is not False])


def exit_code(kinds: list[str]) -> int:
    """What failures of these kinds make of it."""
    if "handset" in kinds:
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if kinds else EXIT_FINE


def _plan(args: argparse.Namespace) -> Plan:
    patience = Patience(seconds=args.shorten) if args.shorten else Patience(attempts=0)
    return Plan(args.seed, Bounds(args.steps, args.time, args.page), patience)


def _replay(file: Path, settings: RunSettings, out: TextIO) -> int:
    try:
        report = msgspec.json.decode(file.read_bytes(), type=MonkeyReport)
        if report.form != FORM:
            raise msgspec.ValidationError(f"it is of form {report.form}, not {FORM}")
        outcome = try_again(settings, report)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        print(f"handset: {file} is no report of handset monkey: {error}", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    for number, (failure, is_there) in enumerate(outcome, 1):
        if is_there:
            _tell_failure(number, failure, out)
        else:
            print(f"{number}. does not happen any more: {_headline(failure)}", file=out)
    return exit_code([failure.kind for failure, is_there in outcome if is_there])


def _write(args: argparse.Namespace, report: MonkeyReport) -> None:
    encoded = msgspec.json.format(msgspec.json.encode(report), indent=1)
    if args.report:
        args.report.write_bytes(encoded)
    if args.html:
        args.html.write_bytes(html_report(report))
    if args.json:
        print(encoded.decode())
    found = [
        (Path(report.project), Annotation("error", one.message, f"monkey/{one.what}", one.file, one.line))
        for one in report.failures
    ]
    write_annotations(args, found, sys.stderr if args.json else sys.stdout)


def _tell(found: Found, out: TextIO) -> None:
    finding = found.finding
    if finding.kind != "environment":
        place = f" ({finding.file}:{finding.line})" if finding.file else ""
        said = finding.message.partition("\n")[0]
        print(f"step {found.number}: {finding.kind} {finding.what}: {said}{place}", file=out, flush=True)


def _tell_failure(number: int, failure: Failure, out: TextIO) -> None:
    print(f"{number}. {_headline(failure)}", file=out)
    print(f"   {_how(failure)}", file=out)
    for place, step in enumerate(failure.steps, 1):
        shown = f"  # {step.shown}" if step.shown else ""
        print(f"   {place:3} {step.page}: {step.code}{shown}", file=out)
    if failure.script:
        print(f"   test: {failure.script}", file=out)


def _headline(failure: Failure) -> str:
    place = f" ({failure.file}:{failure.line})" if failure.file else ""
    return f"{failure.kind} {failure.what}: {failure.message.partition(chr(10))[0]}{place}"


def _how(failure: Failure) -> str:
    if not failure.steps:
        return "as soon as it starts"
    count = "1 step" if len(failure.steps) == 1 else f"{len(failure.steps)} steps"
    if not failure.attempts:
        return f"after {count}, not tried again"
    if not failure.is_repeatable:
        return f"after {count}, but not when they were done again"
    screen = {None: "", True: ", on a screen too", False: ", which do not on a screen"}[failure.on_screen]
    return f"after {count}{screen} (found by {failure.attempts} attempts)"
