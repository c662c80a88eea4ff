"""Work that may take long, outside of the window's thread: one thing after the other, the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

MOST_THREADS = 2
"""Work that hangs keeps one of them."""


class Background(QObject):
    """`run` calls `done` in the window's thread with what `work` has returned, unless something newer was begun."""

    _worked = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_THREADS)
        self._worked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """`work` must touch nothing that the window changes meanwhile."""
        self._number += 1
        self._pool.start(_Task(self._number, work, done, self._worked.emit))

    def _take(self, number: int, result: Any, done: Callable[[Any], None]) -> None:
        if number == self._number:
            done(result)


class _Task(QRunnable):
    def __init__(
        self, number: int, work: Callable[[], Any], done: Callable[[Any], None], tell: Callable[..., None]
    ) -> None:
        super().__init__()
        self._number, self._work, self._done, self._tell = number, work, done, tell

    def run(self) -> None:
        self._tell(self._number, self._work(), self._done)
