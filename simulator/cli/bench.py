"""`handset bench`: prints medians of what users feel, measured from outside, as a table or one JSON object."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any, TextIO

from simulator.cli.benchmarks import (
    automation_speed,
    bundle_speed,
    canvas_speed,
    cloud_speed,
    compile_speed,
    console_speed,
    debug_speed,
    download_memory,
    driven_tests,
    language_speed,
    large_speed,
    list_page,
    map_speed,
    reload_speed,
    replay_speed,
    search_speed,
    sensor_load,
    start_speed,
    storage_speed,
    style_speed,
    timer_delays,
    video_speed,
)

Measurement = Callable[[int], dict[str, Any]]

MEASUREMENTS: dict[str, Measurement] = {
    "compile": compile_speed.measure,
    "start": start_speed.measure,
    "reload": reload_speed.measure,
    "large": large_speed.measure,
    "idle": large_speed.measure_idle,
    "language": language_speed.measure,
    "search": search_speed.measure,
    "bundle": bundle_speed.measure,
    "list_page": list_page.measure,
    "styles": style_speed.measure,
    "console": console_speed.measure,
    "debug": debug_speed.measure,
    "tests": driven_tests.measure,
    "timers": timer_delays.measure,
    "sensors": sensor_load.measure,
    "video": video_speed.measure,
    "map": map_speed.measure,
    "cloud": cloud_speed.measure,
    "storage": storage_speed.measure,
    "download": download_memory.measure,
    "canvas": canvas_speed.measure,
    "replay": replay_speed.measure,
    "automation": automation_speed.measure,
}
MIN_RUNS = 9


def run_bench(*, as_json: bool, runs: int, only: Sequence[str], out: TextIO) -> int:
    """Runs the named measurements (default: all), each at least nine times. Returns 0, or 2 for an unknown name."""
    unknown = [name for name in only if name not in MEASUREMENTS]
    if unknown:
        print(f"handset: no measurement {', '.join(unknown)}; there are: {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    counted = max(MIN_RUNS, runs)
    place = machine()
    samples: dict[str, Any] = {}
    for name in only or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        samples.update(MEASUREMENTS[name](counted))
    figures = {"machine": place, **medians(samples)}
    if as_json:
        json.dump(figures, out, indent=1)
        out.write("\n")
    else:
        _print_table(figures, out)
    return 0


def medians(samples: Any) -> Any:
    """The same structure with each list of numbers replaced by its median."""
    if isinstance(samples, dict):
        return {key: medians(value) for key, value in samples.items()}
    if isinstance(samples, list):
        return round(median(samples), 2) if samples else None
    return samples


def machine() -> dict[str, Any]:
    """What the figures were taken on. `load`: processes that wanted a core at the start, where the system tells."""
    load = {"load": round(os.getloadavg()[0], 1)} if hasattr(os, "getloadavg") else {}
    return {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count(), **load}


def _print_table(figures: dict[str, Any], out: TextIO, prefix: str = "") -> None:
    for key, value in figures.items():
        if isinstance(value, dict):
            _print_table(value, out, f"{prefix}{key}.")
        else:
            out.write(f"{prefix}{key:<{40 - len(prefix)}} {value}\n")
