"""`handset shot`: opens one page, acts on it, saves what is on the screen."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from runtime.protocol import automation
from simulator.bridge.ndjson import NdjsonWriter
from simulator.bridge.record import Record, own_frames
from simulator.cli.panels import find_panels, save_panels
from simulator.cli.phone_options import options_of
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.steps import DEAD, ActionFailed, Deadline

EXIT_FINE = 0
EXIT_NOT_A_PROJECT = 2
EXIT_PROGRAM_ERROR = 3
EXIT_HANDSET_ERROR = 4


def run_shot(args: argparse.Namespace) -> int:
    """Returns 0, 2 (not a project), 3 (an uncaught error in the program) or 4 (Handset itself failed)."""
    open_panels = find_panels() if args.panels else None
    if args.panels and open_panels is None:
        print("handset: the panels of the window are not installed; set Handset up again", file=sys.stderr)
        return EXIT_HANDSET_ERROR
    errors: list[Record] = []
    with headless_program(args.project, options_of(args)) as driver:
        driver.program.recorder.subscribe(lambda records: _collect(records, errors))
        log = args.log.open("w", encoding="utf-8") if args.log else None
        writer = NdjsonWriter(log) if log else None
        if writer:
            driver.program.recorder.subscribe(writer)
        problem: Exception | None = None
        try:
            panels = open_panels(driver) if open_panels else None
            _act(driver, args)
            if panels and driver.program.build:
                save_panels(driver, panels, args.panels, args.timeout)
        except (ActionFailed, Deadline) as failure:
            problem = failure
        finally:
            if writer and log:
                writer.close()
                log.close()
        if driver.program.build is None:
            print(f"handset: {args.project} is no mini-program project: {driver.why_stopped}", file=sys.stderr)
            return EXIT_NOT_A_PROJECT
    for record in errors:
        place = next((f"{frame.file}:{frame.line}: " for frame in own_frames(record.stack)), "")
        print(f"handset: {record.origin} error: {place}{record.title}", file=sys.stderr)
    if problem is not None:
        print(f"handset: {problem}", file=sys.stderr)
    is_ended = driver.program.state in DEAD and any(record.origin == "program" for record in errors)
    if any(record.origin == "handset" for record in errors) or (problem is not None and not is_ended):
        return EXIT_HANDSET_ERROR
    return EXIT_PROGRAM_ERROR if any(record.origin == "program" for record in errors) else EXIT_FINE


def _act(driver: HeadlessProgram, args: argparse.Namespace) -> None:
    path, _, query = args.page.partition("?")
    driver.launch(path, query, timeout_s=args.timeout)
    program = driver.program
    if program.build is None:
        return
    asked = path.lstrip("/") or program.session.facts.entry_path
    if program.page is not None and program.page.path != asked:
        print(f"handset: {asked} went on to {program.page.path}", file=sys.stderr)
    for selector in args.tap:
        driver.automate(automation.Tap(selector))
        driver.until_rested(args.timeout)
    if args.wait:
        driver.pause(args.wait)
    driver.until_rested(min(args.timeout, 3.0))
    if args.out:
        _save_picture(driver, args.out)
    if args.tree:
        tree = driver.automate(automation.Tree())
        args.tree.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")


def _save_picture(driver: HeadlessProgram, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not driver.screenshot().save(str(target)):
        raise ActionFailed(f"the picture cannot be written to {target}")


def _collect(records: Sequence[Record], errors: list[Record]) -> None:
    errors.extend(record for record in records if record.kind == "error")
