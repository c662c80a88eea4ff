"""A client at the standard streams: a thread that reads, one that writes, and the session in the owner's thread.

The reader waits until what it has read is dealt with, so a client that floods waits at its own pipe.
"""

from __future__ import annotations

import os
import queue
import threading

from PySide6.QtCore import QObject, Qt, Signal

from simulator.debug.dap.framing import Framing, NoClient, frame
from simulator.debug.dap.link import MakeSession

READ_BYTES = 64 * 1024


class StreamClient(QObject):
    """`incoming` and `outgoing` are file descriptors. `ended` is told once, when the client has gone or wants to go."""

    ended = Signal()
    _arrived = Signal(bytes)

    def __init__(
        self,
        incoming: int,
        outgoing: int,
        make_session: MakeSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._incoming = incoming
        self._outgoing = outgoing
        self._framing = Framing()
        self._to_write: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._dealt_with = threading.Semaphore(0)
        self._has_ended = False
        self._session = make_session(self._send, self._end)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._writer = threading.Thread(target=self._write, name="dap-write", daemon=True)
        self._reader = threading.Thread(target=self._read, name="dap-read", daemon=True)

    def start(self) -> None:
        """From now on the client is heard."""
        self._writer.start()
        self._reader.start()

    def close(self) -> None:
        """Ends the session, and itself with the next turn; what was said before is still written."""
        self._has_ended = True
        self._session.close()
        self._to_write.put(None)
        if self._writer.is_alive():
            self._writer.join(5)
        self.deleteLater()

    def _take(self, data: bytes) -> None:
        try:
            for body in self._framing.receive(data):
                if not self._has_ended:
                    self._session.receive(body)
        except NoClient:
            self._end()
        if not data:
            self._end()
        self._dealt_with.release()

    def _end(self) -> None:
        if not self._has_ended:
            self._has_ended = True
            self.ended.emit()

    def _send(self, body: bytes) -> None:
        self._to_write.put(frame(body))

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._incoming, READ_BYTES)
            except OSError:
                data = b""
            try:
                self._arrived.emit(data)
            except RuntimeError:
                # The owner has gone.
                return
            if not data:
                return
            self._dealt_with.acquire()

    def _write(self) -> None:
        while (data := self._to_write.get()) is not None:
            view = memoryview(data)
            try:
                while view:
                    view = view[os.write(self._outgoing, view) :]
            except OSError:
                # The client has gone; the reader says so.
                return
