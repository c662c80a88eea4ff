"""Work for the main thread, where Qt and the program live, asked for by the thread that speaks with the client."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], Any]


class MainThread(QObject):
    """Made in the main thread. One piece of work after the other: what waits in an event loop of its own is not
    entered a second time."""

    _asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[tuple[Work, Future[Any]]] = deque()
        self._is_working = False
        self._asked.connect(self._work, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Work) -> Future[Any]:
        """From any thread."""
        outcome: Future[Any] = Future()
        self._waiting.append((work, outcome))
        self._asked.emit()
        return outcome

    def _work(self) -> None:
        if self._is_working:
            return
        self._is_working = True
        try:
            while self._waiting:
                work, outcome = self._waiting.popleft()
                if not outcome.set_running_or_notify_cancel():
                    continue
                try:
                    outcome.set_result(work())
                except Exception as error:
                    outcome.set_exception(error)
        finally:
            self._is_working = False
