"""Time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from runtime.api.port import Port

NOW_MS = 1_700_000_000_000


class ClockPort(Protocol):
    """Time."""

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        """Runs a task later, unless the program has ended."""


class FakeClock:
    """Always the same moment; a test lets `tasks` run."""

    def __init__(self) -> None:
        self.tasks: list[tuple[int, Callable[[], None]]] = []

    def now_ms(self) -> int:
        return NOW_MS

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        self.tasks.append((delay_ms, task))

    def run(self) -> None:
        """All the time has gone by."""
        for _, task in self.tasks:
            task()


CLOCK: Port[ClockPort] = Port("clock", FakeClock)
