"""Ctrl+C and the system's wish to end, as an event of Qt: while Qt waits, Python would not hear of them."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_EXIT_BASE = 128


class Interruption(QObject):
    """`asked` comes once, in the main thread, which must have made this; whoever asks again ends the process at once.

    `exit_code` is what the shell expects of a process that ended so; 0 until somebody asks.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exit_code = 0
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._before: dict[int, Callable[..., object] | int | None] = {
            number: signal.signal(number, _leave_it_to_the_socket) for number in _SIGNALS
        }
        self._socket_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Gives the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        try:
            signal.set_wakeup_fd(self._socket_before)
        except (OSError, ValueError):
            # Whoever had the signals before has closed its socket meanwhile.
            signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

    def _heard(self) -> None:
        asked = [number for number in self._reading.recv(64) if number in self._before]
        if asked and not self.exit_code:
            self.exit_code = _EXIT_BASE + asked[0]
            for number in _SIGNALS:
                signal.signal(number, signal.SIG_DFL)
            self.asked.emit()


def _leave_it_to_the_socket(_number: int, _frame: object) -> None:
    """Python's part: there must be a handler for the socket to be written to."""
