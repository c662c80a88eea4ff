"""How many console messages a second arrive from the program at the recorder."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from simulator.bridge.record import Record
from simulator.cli.benchmarks.projects import list_project
from simulator.running.headless import HeadlessProgram, headless_program

MESSAGES = 5000
TIMEOUT_S = 60.0


def measure(runs: int) -> dict[str, Any]:
    """`console_rows_per_s`."""
    with list_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        return {"console_rows_per_s": [_rate(driver) for _ in range(runs)]}


def _rate(driver: HeadlessProgram) -> float:
    arrived = 0

    def take(records: Sequence[Record]) -> None:
        nonlocal arrived
        arrived += sum(record.kind == "log" for record in records)

    unsubscribe = driver.program.recorder.subscribe(take)
    code = f"for (let i = 0; i < {MESSAGES}; i++) console.log('row', i, {{ a: i }}); 0"
    started = time.perf_counter()
    driver.program.evaluate(code, lambda _answer: None)
    driver.until(lambda: arrived >= MESSAGES, "all messages to arrive", TIMEOUT_S)
    unsubscribe()
    return MESSAGES / (time.perf_counter() - started)
