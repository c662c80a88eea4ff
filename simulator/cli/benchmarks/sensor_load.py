"""What sensors cost: several programs that hear the accelerometer as often as there is."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack
from functools import partial
from typing import Any

import psutil

from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program
from simulator.running.options import ProgramOptions

PROGRAMS = 4
MEASURED_MS = 4000
TIMEOUT_S = 30.0

_LISTEN = """wx.onAccelerometerChange(() => { globalThis.samples = (globalThis.samples || 0) + 1 });
wx.startAccelerometer({ interval: 'game' });"""


def measure(_runs: int) -> dict[str, Any]:
    """`sensors_core_percent`: of one core, host and logic processes of all programs together; `sensors_hz`: how many
    samples a second each program has heard."""
    with ExitStack() as open_programs:
        root = open_programs.enter_context(list_project())
        # Each with a user of its own, so that they share no storage.
        options = [ProgramOptions(animations=False, dialogs="accept", user=str(number)) for number in range(PROGRAMS)]
        drivers = [open_programs.enter_context(headless_program(root, one)) for one in options]
        for driver in drivers:
            driver.launch(timeout_s=TIMEOUT_S)
            driver.evaluate(_LISTEN)
        for driver in drivers:
            # What makes the next start fast is no cost of sensors.
            driver.until(partial(_is_settled, driver), "a process in reserve", TIMEOUT_S)
        heard, spent_s, began_s = _heard(drivers), _spent_s(), time.perf_counter()
        drivers[0].pause(MEASURED_MS)
        elapsed_s = time.perf_counter() - began_s
        core = (_spent_s() - spent_s) / elapsed_s
        samples = (_heard(drivers) - heard) / PROGRAMS / elapsed_s
    return {"sensors_core_percent": round(core * 100, 1), "sensors_hz": round(samples, 1)}


def _is_settled(driver: HeadlessProgram) -> bool:
    return driver.program.has_warm_spare


def _heard(drivers: list[HeadlessProgram]) -> int:
    return sum(int(json.loads(bytes(driver.evaluate("globalThis.samples || 0").value))["v"]) for driver in drivers)


def _spent_s() -> float:
    """Processor time of this process and of all logic processes."""
    own = psutil.Process()
    workers = [one for one in own.children(recursive=True) if "simulator.worker" in " ".join(one.cmdline())]
    return sum(sum(one.cpu_times()[:2]) for one in (own, *workers))
