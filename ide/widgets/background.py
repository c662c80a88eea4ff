"""Work that may take long, outside of the window's thread: the newest answer counts.

Work that does not come to an end keeps a thread, and keeps nobody from closing the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

MOST_THREADS = 2

Work = Callable[[], Any]
Done = Callable[[Any], None]


class Background(QObject):
    """`run` calls `done` in the window's thread with what `work` has returned, unless something newer was begun."""

    _worked = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._running = 0
        self._waiting: tuple[int, Work, Done] | None = None
        self._worked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work, done: Done) -> None:
        """`work` must touch nothing that the window changes meanwhile."""
        self._number += 1
        self._waiting = (self._number, work, done)
        self._start()

    def _start(self) -> None:
        if self._waiting is None or self._running >= MOST_THREADS:
            return
        job, self._waiting = self._waiting, None
        self._running += 1
        # A pool would wait for its threads when it goes.
        threading.Thread(target=_work, args=(*job, self._worked.emit), daemon=True).start()

    def _take(self, number: int, result: Any, done: Done) -> None:
        self._running -= 1
        if number == self._number:
            done(result)
        self._start()


def _work(number: int, work: Work, done: Done, tell: Callable[..., None]) -> None:
    result = work()
    # Whoever asked may have been closed meanwhile.
    with suppress(RuntimeError):
        tell(number, result, done)
