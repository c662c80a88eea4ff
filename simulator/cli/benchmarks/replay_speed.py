"""What recording a session costs a frame and a disk, and how fast a session is run again.

Two phones show the list page, one of them recorded; they are taken in turn, so that a noisy machine is noisy for both.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from simulator.cli.benchmarks.list_page import LIST, ROWS
from simulator.cli.benchmarks.own_page import TIMEOUT_S, OwnPage
from simulator.cli.benchmarks.projects import list_project
from simulator.recording.reader import read_entries, read_head
from simulator.replay.process import ReplayProcess
from simulator.replay.replay import SessionReplay
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions

OPERATIONS = ("create", "update", "append")
LIVELY_MS = 6000

_LIVELY = """this.beat = setInterval(() => {
  const at = Math.floor(Math.random() * this.data.rows.length);
  this.setData({ [`rows[${at}].label`]: `${Date.now()} ${Math.random()}` });
}, 16)"""


def measure(runs: int) -> dict[str, Any]:
    """`frame_ms` and `recorded_frame_ms` by operation, `recording_costs_percent` of a frame, over all of them;
    `recording_mb_a_minute` of a page that changes sixty times a second; `replay_times_faster` than the session."""
    plain = ProgramOptions(animations=False, dialogs="accept", user="plain")
    with TemporaryDirectory(prefix="handset-bench-") as folder, list_project() as root:
        file = Path(folder) / "session.hsrec"
        recorded = replace(plain, user="recorded", record=file)
        with headless_program(root, plain) as one, headless_program(root, recorded) as other:
            for driver in (one, other):
                driver.launch(timeout_s=TIMEOUT_S)
                driver.until(lambda driver=driver: driver.program.has_warm_spare, "a process in reserve", TIMEOUT_S)  # type: ignore[misc]
            frames = _frames({"frame_ms": one, "recorded_frame_ms": other}, runs)
            grown_mb = _grown_mb(other, file)
        return {
            **frames,
            "recording_costs_percent": _cost_percent(frames),
            "recording_mb_a_minute": round(grown_mb * 60_000 / LIVELY_MS, 2),
            "replay_times_faster": _times_faster(file),
        }


def _frames(drivers: dict[str, HeadlessProgram], runs: int) -> dict[str, dict[str, list[float]]]:
    pages = {name: OwnPage(driver, LIST) for name, driver in drivers.items()}
    frames: dict[str, dict[str, list[float]]] = {name: {key: [] for key in OPERATIONS} for name in pages}
    for number in range(runs):
        # Neither is always the first.
        for name in sorted(pages, reverse=number % 2 == 1):
            pages[name].load()
            for key in OPERATIONS:
                frames[name][key].append(pages[name].until_painted(key, ROWS))
    return frames


def _cost_percent(frames: dict[str, dict[str, list[float]]]) -> float:
    plain, recorded = (
        sum(median(frames[name][key]) for key in OPERATIONS) for name in ("frame_ms", "recorded_frame_ms")
    )
    return round((recorded / plain - 1) * 100, 1)


def _grown_mb(driver: HeadlessProgram, file: Path) -> float:
    driver.program.restart(keep_stack=True)
    driver.until_rested(TIMEOUT_S)
    driver.evaluate(f"this.create({ROWS}); 0")
    driver.until_rested(TIMEOUT_S)
    before = file.stat().st_size
    driver.evaluate(_LIVELY)
    driver.pause(LIVELY_MS)
    driver.evaluate("clearInterval(this.beat)")
    driver.program.close()
    return (file.stat().st_size - before) / 1024**2


def _times_faster(file: Path) -> float:
    with file.open("rb") as stream:
        process = ReplayProcess(read_head(stream))
        try:
            began = time.perf_counter()
            outcome = SessionReplay(process).play(read_entries(stream))
            return round(outcome.duration_ms / 1000 / (time.perf_counter() - began), 1)
        finally:
            process.close()
