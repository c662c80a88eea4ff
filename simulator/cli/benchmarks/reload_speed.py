"""From a write on disk to the painted frame, for styles, templates and page logic."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions

TIMEOUT_S = 30.0
EDITS = {
    "wxss": ("pages/list/list.wxss", ".row { ", ".row {{ opacity: 0.{n}; "),
    "wxml": ("pages/list/list.wxml", '<view class="page">', '<view class="page p{n}">'),
    "page_js": ("pages/list/list.js", "round: 0,", "round: {n},"),
}


def measure(runs: int) -> dict[str, Any]:
    """`save_to_pixels_ms` by kind of file, with 100 rows on the page and the state kept."""
    times: dict[str, list[float]] = {kind: [] for kind in EDITS}
    options = ProgramOptions(animations=False, dialogs="accept")
    with list_project() as root, headless_program(root, options, watches=True) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        driver.evaluate("page.create(100); 0")
        driver.until_rested(TIMEOUT_S)
        for kind, (path, old, new) in EDITS.items():
            source = (root / path).read_text("utf-8")
            for run in range(runs):
                times[kind].append(save_ms(driver, root / path, source.replace(old, new.format(n=run + 1))))
    return {"save_to_pixels_ms": times}


def save_ms(driver: HeadlessProgram, file: Path, text: str) -> float:
    """Writes a file and waits until the change is on the screen. Raises RuntimeError if it led to a restart."""
    verdicts: list[tuple[str, float]] = []

    def told(verdict: str, _reason: str, spent_ms: float) -> None:
        verdicts.append((verdict, spent_ms))

    driver.program.reloaded.connect(told)
    written_at = _now_ms()
    file.write_text(text, encoding="utf-8")
    driver.until(lambda: bool(verdicts), f"{file.name} to be taken up", TIMEOUT_S)
    spent = _now_ms() - written_at
    driver.program.reloaded.disconnect(told)
    driver.until_rested(TIMEOUT_S)
    verdict, _ = verdicts[0]
    if verdict in ("restart", "failed"):
        raise RuntimeError(f"saving {file.name} led to {verdict}")
    return spent


def _now_ms() -> float:
    return time.perf_counter() * 1000
