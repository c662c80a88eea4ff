"""One page of the bundled list project in Handset itself, from the request to the painted frame."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from runtime.protocol import automation
from simulator.bridge.record import Direction, DomTiming, Record
from simulator.running.headless import HeadlessProgram

TIMEOUT_S = 60.0


class OwnPage:
    """Drives `path` of a running program. `timings` are those of the batches of the last operation."""

    def __init__(self, driver: HeadlessProgram, path: str) -> None:
        self._driver = driver
        self._path = path
        self.timings: list[DomTiming] = []

    def load(self) -> None:
        """A fresh logic process and a fresh page, nothing else under way."""
        driver = self._driver
        driver.program.restart(keep_stack=False)
        driver.until_rested(TIMEOUT_S)
        page = driver.program.page
        if page is None or page.path != self._path:
            driver.program.route("reLaunch", f"/{self._path}")
            driver.until_rested(TIMEOUT_S)
        # A spare process that is still loading would be measured as well.
        driver.until(lambda: driver.program.has_warm_spare, "the spare process to be ready", TIMEOUT_S)

    def until_painted(self, operation: str, count: int) -> float:
        """Milliseconds from asking for an operation until its batch is on the screen."""
        code = f"page.{operation}({count}); 0"
        return self._measure(lambda: self._driver.program.evaluate(code, lambda _answer: None), code)

    def tap_until_painted(self, selector: str) -> float:
        """Milliseconds from a real tap's event leaving the view until the changed row is on the screen."""
        tapped: list[float] = []

        def take(records: Sequence[Record]) -> None:
            if any(record.direction is Direction.VIEW_TO_HOST and b'"tap"' in record.payload for record in records):
                tapped.append(time.perf_counter())

        program = self._driver.program
        unsubscribe = program.recorder.subscribe(take)
        started = time.perf_counter()
        spent_ms = self._measure(
            lambda: program.automate(automation.Tap(selector), lambda _reply: None), f"a tap on {selector}"
        )
        unsubscribe()
        return spent_ms - (tapped[0] - started) * 1000

    def _measure(self, action: Callable[[], None], what: str) -> float:
        driver = self._driver
        painted: list[float] = []
        self.timings = []

        def take(records: Sequence[Record]) -> None:
            self.timings.extend(record.timing for record in records if record.timing is not None)

        def note(_page_id: int, _batch_id: int) -> None:
            painted.append(time.perf_counter())

        unsubscribe = driver.program.recorder.subscribe(take)
        driver.program.painted.connect(note)
        started = time.perf_counter()
        action()
        driver.until(lambda: bool(painted), f"{what} to be painted", TIMEOUT_S)
        driver.until_rested(TIMEOUT_S)
        driver.program.painted.disconnect(note)
        unsubscribe()
        return (painted[0] - started) * 1000
