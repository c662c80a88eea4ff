"""Work that may take long: done in a thread, one thing after the other, and told of in the thread of the owner."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")


class TaskQueue(QObject):
    """A thread of its own. What works there touches nothing of the window."""

    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def work(self, ask: Callable[[], T], take: Callable[[T], None]) -> None:
        """Calls `ask` in the thread, and `take` with its answer here, later."""
        self._pool.start(_Task(lambda: self._done.emit(partial(take, ask()))))

    def close(self, *, gives_up: bool = False) -> None:
        """Waits for the thread and tells of nothing more. `gives_up`: what has not begun is dropped."""
        # An answer that is on its way to this thread would arrive in spite of a cut connection.
        self.blockSignals(True)
        if gives_up:
            self._pool.clear()
        self._pool.waitForDone()


class _Task(QRunnable):
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def run(self) -> None:
        self._act()
