"""When a project's first build is looked over for advice: as soon as the program that it runs has come to rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from simulator.session.activity import QUIET_MS, Activity

LONGEST_UNREST_MS = 3000
"""A program that never rests is advised on this long after its first picture."""
_ENDED = frozenset({"stopped", "crashed", "hung"})


class AdviceSource(Protocol):
    """A build that can be advised on."""

    @property
    def lacks_advice(self) -> bool:
        """Whether it has come without."""

    def advise(self) -> None:
        """Asks for it."""


class AdviceTiming(QObject):
    """Hears of one program: `painted`, `built`, `traffic` and `state_changed` are for the assembly to connect."""

    def __init__(self, build: AdviceSource, activity: Callable[[], Activity], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._build = build
        self._activity = activity
        self._latest_ms = 0.0
        self._is_closed = False
        self._lull = QTimer(self, singleShot=True, interval=int(QUIET_MS))
        self._lull.timeout.connect(self._look)

    def painted(self) -> None:
        """The program shows something."""
        if self._build.lacks_advice and not self._lull.isActive():
            self._latest_ms = _now_ms() + LONGEST_UNREST_MS
            self._lull.start()

    def built(self) -> None:
        """Built again, which need not show anything new: what it has shown before counts."""
        if self._latest_ms:
            self.painted()

    def traffic(self) -> None:
        """A message has passed: the program is not at rest."""
        if self._lull.isActive() and _now_ms() < self._latest_ms:
            self._lull.start()

    def state_changed(self, state: str) -> None:
        """What has ended rests."""
        if state in _ENDED and not self._is_closed:
            self._advise()

    def close(self) -> None:
        """Asks for nothing any more."""
        self._is_closed = True
        self._lull.stop()

    def _look(self) -> None:
        now = _now_ms()
        if now >= self._latest_ms or self._activity().is_quiet(now):
            self._advise()
        else:
            self._lull.start()

    def _advise(self) -> None:
        if self._build.lacks_advice:
            self._build.advise()


def _now_ms() -> float:
    return time.perf_counter() * 1000
