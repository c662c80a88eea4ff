"""Cold start of the window with a project, and a warm relaunch of the program."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from simulator.cli.benchmarks.projects import list_project
from simulator.cli.benchmarks.windows import UNTIL_PAGE, run_window
from simulator.running.headless import HeadlessProgram, headless_program

TIMEOUT_S = 30.0


def measure(runs: int) -> dict[str, Any]:
    """`cold_start_ms`: from starting the process to the first painted page; `relaunch_ms`: the same, warm."""
    with list_project() as root:
        cold = [_cold_start(root) for _ in range(runs)]
        with headless_program(root) as driver:
            driver.launch(timeout_s=TIMEOUT_S)
            relaunch = [_relaunch(driver) for _ in range(runs)]
    return {"cold_start_ms": cold, "relaunch_ms": relaunch}


def _cold_start(root: Path) -> float:
    started = time.perf_counter()
    run_window(root, UNTIL_PAGE)
    return (time.perf_counter() - started) * 1000


def _relaunch(driver: HeadlessProgram) -> float:
    program = driver.program
    # A spare that is still loading would be measured as well; a user does not relaunch twice within a second.
    driver.until(lambda: program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)
    started = time.perf_counter()
    program.restart(keep_stack=False)
    page = program.page
    page_id = page.page_id if page else 0
    driver.until(lambda: page_id in program.first_render_ms, "the first page to be painted", TIMEOUT_S)
    spent = (time.perf_counter() - started) * 1000
    driver.until_rested(TIMEOUT_S)
    return spent
