"""The list page: 1,000 rows and 8,000 elements, from the request to the painted frame; memory of a further page."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from simulator.bridge.record import Direction, TapRecord
from simulator.cli.benchmarks.memory import used_mb
from simulator.cli.benchmarks.projects import list_project
from simulator.host.headless import HeadlessProgram, headless_program

ROWS = 1000
FURTHER_PAGES = 8
TIMEOUT_S = 30.0
OPERATIONS = {"update": "page.update()", "swap": "page.swap()", "append": "page.append()"}


def measure(runs: int) -> dict[str, Any]:
    """`list_page_ms`, `tap_to_paint_ms` and `page_mb`."""
    times: dict[str, list[float]] = {"create": [], "update": [], "swap": [], "append": [], "create_again": []}
    taps: list[float] = []
    with list_project() as root, headless_program(root) as driver:
        driver.launch(timeout_s=TIMEOUT_S)
        # A spare process that is still loading, or rows that are not collected yet, would count as pages.
        driver.until(lambda: driver.program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)
        page_mb = [_further_page_mb(driver)]
        for _ in range(runs):
            driver.program.restart(keep_stack=False)
            driver.until_rested(TIMEOUT_S)
            times["create"].append(_until_painted(driver, f"page.create({ROWS})"))
            for name, code in OPERATIONS.items():
                times[name].append(_until_painted(driver, code))
            _until_painted(driver, "page.clear()")
            times["create_again"].append(_until_painted(driver, f"page.create({ROWS})"))
            taps.append(_tap(driver))
    return {"list_page_ms": times, "tap_to_paint_ms": taps, "page_mb": page_mb}


def _until_painted(driver: HeadlessProgram, code: str) -> float:
    """Milliseconds from asking the program to do `code` until its batch is on the screen."""
    with _Painted(driver) as painted:
        started = time.perf_counter()
        driver.program.evaluate(code + "; 0", lambda _answer: None)
        driver.until(lambda: painted.at is not None, f"{code} to be painted", TIMEOUT_S)
    driver.until_rested(TIMEOUT_S)
    return ((painted.at or started) - started) * 1000


def _tap(driver: HeadlessProgram) -> float:
    """From a real tap's event leaving the view until the changed row is on the screen."""
    tapped: list[float] = []

    def take(records: Sequence[TapRecord]) -> None:
        if any(record.direction is Direction.VIEW_TO_HOST and b'"tap"' in record.payload for record in records):
            tapped.append(time.perf_counter())

    unsubscribe = driver.program.tap.subscribe(take)
    with _Painted(driver) as painted:
        driver.program.automate("tap", {"selector": ".row"}, lambda _reply: None)
        driver.until(lambda: painted.at is not None, "the tap to be painted", TIMEOUT_S)
    unsubscribe()
    driver.until_rested(TIMEOUT_S)
    return ((painted.at or 0.0) - tapped[0]) * 1000


class _Painted:
    """Notes when the next batch is on the screen."""

    def __init__(self, driver: HeadlessProgram) -> None:
        self._program = driver.program
        self.at: float | None = None

    def __enter__(self) -> _Painted:
        self._program.painted.connect(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        self._program.painted.disconnect(self._note)

    def _note(self, _page_id: int, _batch_id: int) -> None:
        self.at = self.at or time.perf_counter()


def _further_page_mb(driver: HeadlessProgram) -> float:
    before = used_mb()
    for _ in range(FURTHER_PAGES):
        driver.program.route("navigateTo", "/pages/blank/blank")
        driver.until_rested(TIMEOUT_S)
    grown = used_mb() - before
    driver.program.route("navigateBack", "", delta=FURTHER_PAGES)
    driver.until_rested(TIMEOUT_S)
    return grown / FURTHER_PAGES
