"""Cold start of the window with a project, and a warm relaunch of the program."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

from runtime.module_path import python_child
from runtime.systems.displays import has_display
from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import FIRST_PAGE_VARIABLE

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
    child = python_child("simulator.cli", "open", str(root.absolute()))
    environment = {**child.environment, FIRST_PAGE_VARIABLE: "1"}
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    started = time.perf_counter()
    subprocess.run(child.command, env=environment, cwd=child.folder, check=True, timeout=60, stdout=subprocess.DEVNULL)
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
