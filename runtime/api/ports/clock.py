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
    """Stands still; a test lets `tasks` run, or time go by."""

    def __init__(self) -> None:
        self.now = NOW_MS
        self.tasks: list[tuple[int, Callable[[], None]]] = []
        self._due: list[int] = []

    def now_ms(self) -> int:
        return self.now

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        self.tasks.append((delay_ms, task))
        self._due.append(self.now + delay_ms)

    def run(self) -> None:
        """All the time has gone by."""
        for _, task in self.tasks:
            task()

    def go(self, ms: int) -> None:
        """So much time goes by: what is due runs, in its order, and no more."""
        end = self.now + ms
        while self._due and min(self._due) <= end:
            first = self._due.index(min(self._due))
            self.now = max(self.now, self._due.pop(first))
            self.tasks.pop(first)[1]()
        self.now = end


CLOCK: Port[ClockPort] = Port("clock", FakeClock)
