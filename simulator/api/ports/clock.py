"""The computer's clock."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from runtime.api.ports.clock import CLOCK, ClockPort
from simulator.api.surroundings import Real


class WallClock:
    """The `ClockPort` of the host. `owner` ends with the program."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""
        return int(time.time() * 1000)

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        """Runs a task later, unless the program has ended."""
        QTimer.singleShot(delay_ms, self._owner, task)


REAL: Real[ClockPort] = Real(CLOCK, lambda around, _project: WallClock(around.owner))
