"""Watches the process that draws a phone: whether it still answers, and how much memory it takes.

It runs a project's wxs, so it may loop for ever or grow without end. Ending it and what comes after are for others.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.bridge.process_state import ProcessState, process_state
from simulator.bridge.silence import Silence
from simulator.phone.bridge import Bridge

INTERVAL_MS = 500
VANISHED_AFTER_S = 1.0
NEVER_BEGUN_AFTER_S = 15.0
MEMORY_LIMIT_MB = 1536

Look = Callable[[int], ProcessState | None]


class Pulse(QObject):
    """Looks twice a second from `start` to `stop`; asks from `listens` on, but not while `stands_still`.

    Signals, one of them and then no more: `hung(what)` with the wxs function that ran last (it may be empty);
    `swollen(megabytes)`; `vanished` when there is no process: Qt does not tell of one that ended while it began.
    """

    hung = Signal(str)
    swollen = Signal(int)
    vanished = Signal()

    def __init__(
        self,
        bridge: Bridge,
        pid: Callable[[], int],
        parent: QObject,
        look: Look | None = None,
        *,
        stands_still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._stands_still = stands_still
        self._bridge = bridge
        self._pid = pid
        self._look = look or process_state
        self._serial = 0
        self._listens = False
        self._is_answered = True
        self._absent_s = 0.0
        self._silence = Silence()
        self._what = ""
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.beat)
        bridge.pong.connect(self._answered)
        bridge.runs.connect(self._runs)

    def start(self) -> None:
        """The page is being loaded."""
        self._listens = False
        self._absent_s = 0.0
        self._timer.start()

    def listens(self) -> None:
        """The page has been loaded."""
        self._what = ""
        self._listens = self._is_answered = True

    def stop(self) -> None:
        """The page is gone."""
        self._timer.stop()

    @property
    def is_watching(self) -> bool:
        """Whether it goes on looking."""
        return self._timer.isActive()

    @property
    def asked(self) -> int:
        """The number of the last question."""
        return self._serial

    def _runs(self, what: str) -> None:
        self._what = what

    def _answered(self, serial: int) -> None:
        self._is_answered = self._is_answered or serial == self._serial

    def beat(self) -> None:
        """Looks now."""
        pid = self._pid()
        state = self._look(pid)
        self._absent_s = self._absent_s + INTERVAL_MS / 1000 if state is None else 0.0
        if state is not None:
            self._judge(state)
        elif self._absent_s >= (VANISHED_AFTER_S if pid else NEVER_BEGUN_AFTER_S):
            self.stop()
            self.vanished.emit()

    def _judge(self, state: ProcessState) -> None:
        if state.used_mb > MEMORY_LIMIT_MB:
            self.stop()
            self.swollen.emit(state.used_mb)
        elif not self._listens:
            return
        elif self._stands_still():
            # A debugger holds it, so it owes no answer.
            self._silence.begins(state.worked_s)
        elif self._is_answered:
            self._is_answered = False
            self._silence.begins(state.worked_s)
            self._serial += 1
            self._bridge.ping.emit(self._serial)
        elif self._silence.goes_on(INTERVAL_MS / 1000, state.worked_s):
            self.stop()
            self.hung.emit(self._what)
