"""Measures how long the window's thread answers nobody: a beat that comes late shows the gap before it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

BEAT_MS = 5


class Heartbeat:
    """`longest_ms` is the longest gap so far."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.perf_counter()

    def beat(self) -> None:
        """The thread is alive."""
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


@contextmanager
def heartbeat() -> Iterator[Heartbeat]:
    """Beats while the body runs; what the body itself blocks is a gap too."""
    heart = Heartbeat()
    timer = QTimer(interval=BEAT_MS)
    timer.timeout.connect(heart.beat)
    timer.start()
    yield heart
    heart.beat()
    timer.stop()
