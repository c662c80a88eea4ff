"""The host's end of the logic process: starts it, sends and receives, notices when it hangs or dies.

All signals come in the thread of the owner; frames are decoded in the reader's thread.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from runtime.protocol import codec, logic
from simulator.bridge.process import LogicProcess, WarmSpare

PING_INTERVAL_MS = 1000
HANG_AFTER_MISSED_PINGS = 5
"""No answer for this many pings means that the logic thread hangs."""


class LogicLink(QObject):
    """Owns the running logic process and a warm spare.

    Signals: `received(message, size)`, `lost(reason)` when the process died unasked, `hung(what)` once per hang,
    `recovered()` when a hanging process answers again.
    """

    received = Signal(object, int)
    lost = Signal(str)
    hung = Signal(str)
    recovered = Signal()
    _arrived = Signal(object, int, object)
    _ended = Signal(object, str)

    def __init__(self, *, memory_limit_mb: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spare = WarmSpare(memory_limit_mb=memory_limit_mb)
        self._process: LogicProcess | None = None
        self._serial = 0
        self._unanswered = 0
        self._is_hung = False
        self._last_task = ""
        self._heartbeat = QTimer(self, interval=PING_INTERVAL_MS)
        self._heartbeat.timeout.connect(self._beat)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def warm_up(self) -> None:
        """Starts the spare process, so that the first launch is quick."""
        self._spare.prepare()

    @property
    def has_warm_spare(self) -> bool:
        """Whether the spare process has loaded the base library."""
        return self._spare.is_ready

    def start_fresh(self) -> None:
        """Drops the running process, if any, and takes a fresh one into use."""
        self.stop()
        process = self._spare.take(
            on_message=self._frame_arrived,
            on_exit=self._process_ended,
        )
        self._process = process
        self._unanswered = 0
        self._is_hung = False
        self._heartbeat.start()

    def send(self, encoded: bytes) -> None:
        """Sends an encoded message. Without a running process it goes nowhere."""
        if self._process is not None:
            self._process.send(encoded)

    def stop(self) -> None:
        """Ends the running process."""
        self._heartbeat.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Ends the running process and the spare."""
        self.stop()
        self._spare.close()

    def _frame_arrived(self, process: LogicProcess, data: bytes) -> None:
        message = codec.decode_from_logic(data)
        self._arrived.emit(message, len(data), process)

    def _process_ended(self, process: LogicProcess, reason: str) -> None:
        self._ended.emit(process, reason)

    def _deliver(self, message: msgspec.Struct, size: int, process: LogicProcess) -> None:
        if process is not self._process:
            return
        match message:
            case logic.Pong():
                self._unanswered = 0
                if self._is_hung:
                    self._is_hung = False
                    self.recovered.emit()
            case logic.Busy(what):
                self._last_task = what
            case _:
                self.received.emit(message, size)

    def _end(self, process: LogicProcess, reason: str) -> None:
        if process is self._process:
            self._process = None
            self._heartbeat.stop()
            self.lost.emit(reason)

    def _beat(self) -> None:
        if self._process is None:
            return
        if self._unanswered >= HANG_AFTER_MISSED_PINGS and not self._is_hung:
            self._is_hung = True
            self.hung.emit(self._last_task)
        self._serial += 1
        self._unanswered += 1
        self.send(codec.encode(logic.Ping(self._serial)))
