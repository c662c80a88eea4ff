"""Keeps Python's full garbage collections out of the user's way.

A full collection looks at every object while everything else stands still: a third of a second with a large project,
and the compiler's many new objects bring one about in the middle of a save. So full collections happen here alone,
every now and then, and what has survived one is not looked at again until nobody looks at the window.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

YOUNG, MIDDLE, NEVER = 2_000, 10, 1_000_000
COLLECT_MS = 30_000


class QuietGarbage(QObject):
    """Lives as long as the application."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        self._now_and_then = QTimer(self, interval=COLLECT_MS)
        self._now_and_then.timeout.connect(collect_new)
        self._now_and_then.start()
        application.applicationStateChanged.connect(self._state_changed)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.unfreeze()
            collect_new()


def collect_new() -> None:
    """Collects what has come since the last time; what is left is taken to stay."""
    gc.collect()
    gc.freeze()
