"""A project of 350 pages: how soon its first page is there, how soon a save; and what an idle window takes."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from simulator.cli.benchmarks.memory import own_mb, used_mb
from simulator.cli.benchmarks.projects import MANY_COMPONENTS, MANY_PAGES, large_project
from simulator.cli.benchmarks.reload_speed import save_ms
from simulator.cli.benchmarks.windows import LEFT_ALONE_S, UNTIL_PAGE, resting_window, run_window
from simulator.project_templates import new_project
from simulator.running.headless import headless_program
from simulator.running.options import ProgramOptions

TIMEOUT_S = 60.0
PAGE = "pages/p0/p0"
EDITS = {
    "wxss": (f"{PAGE}.wxss", ".body { ", ".body {{ opacity: 0.{n}; "),
    "wxml": (f"{PAGE}.wxml", '<view class="body">', '<view class="body b{n}">'),
    "page_js": (f"{PAGE}.js", "index: 0,", "index: 0, round: {n},"),
}


def measure(runs: int) -> dict[str, Any]:
    """`open_large_ms`: from starting the window's process to its first painted page, `cold` when Handset has never seen
    the project, `cached` when it has been open before; `save_large_to_pixels_ms` by kind of file."""
    opened: dict[str, list[float]] = {"cold": [], "cached": []}
    with large_project(MANY_PAGES, MANY_COMPONENTS) as root:
        with TemporaryDirectory(prefix="handset-bench-") as folder:
            for run in range(runs):
                opened["cold"].append(_open_ms(root, Path(folder) / str(run)))
            with resting_window(root, Path(folder) / "seen"):
                pass
            for _ in range(runs):
                opened["cached"].append(_open_ms(root, Path(folder) / "seen"))
        saved = _saves_ms(root, runs)
    return {"open_large_ms": opened, "save_large_to_pixels_ms": saved}


def measure_idle(runs: int) -> dict[str, Any]:
    """`idle_mb`: all processes of a window with the shop of the templates that has been left alone; `idle_own_mb`: of
    that what is no page of a file. The first depends on who else uses the same libraries, and on what the system has
    read of them already."""
    used: list[float] = []
    own: list[float] = []
    for _ in range(min(runs, 3)):
        with TemporaryDirectory(prefix="handset-bench-") as folder:
            new_project(Path(folder) / "shop", "shop")
            with resting_window(Path(folder) / "shop", Path(folder) / "state", LEFT_ALONE_S) as process_id:
                used.append(used_mb(process_id))
                own.append(own_mb(process_id))
    return {"idle_mb": used, "idle_own_mb": own}


def _open_ms(root: Path, state: Path) -> float:
    started = time.perf_counter()
    run_window(root, UNTIL_PAGE, state)
    return (time.perf_counter() - started) * 1000


def _saves_ms(root: Path, runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {kind: [] for kind in EDITS}
    with headless_program(root, ProgramOptions(animations=False, dialogs="accept"), watches=True) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        driver.until_advised(TIMEOUT_S)
        for kind, (path, old, new) in EDITS.items():
            source = (root / path).read_text("utf-8")
            for run in range(runs):
                times[kind].append(save_ms(driver, root / path, source.replace(old, new.format(n=run + 1))))
    return times
