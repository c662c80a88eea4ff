"""One client at its socket: bytes between Qt and the connection, in slices, with limits."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QTcpSocket

from simulator.debug.cdp.connection import Connection
from simulator.debug.cdp.session import Session

READ_BYTES = 256 * 1024
MOST_UNSENT_BYTES = 128 * 1024 * 1024
"""A client that reads so little of what it has asked for is let go."""
SLICE_S = 0.008
HANDSHAKE_MS = 10_000


class Client(QObject):
    """Ends itself when the other side goes; `ended` is told once. Owns the socket."""

    ended = Signal()

    def __init__(
        self,
        socket: QTcpSocket,
        connection: Connection,
        make_session: Callable[[Callable[[str], None]], Session],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._connection = connection
        self._make_session = make_session
        self._session: Session | None = None
        self._waiting: deque[str] = deque()
        self._has_ended = False
        socket.setParent(self)
        # What is not taken stays with the system, and its sender has to wait.
        socket.setReadBufferSize(READ_BYTES)
        socket.readyRead.connect(self._work)
        socket.disconnected.connect(self.end)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._work)
        self._handshake = QTimer(self, singleShot=True, interval=HANDSHAKE_MS)
        self._handshake.timeout.connect(self.end)
        self._handshake.start()
        self._turn.start()

    def end(self) -> None:
        """Ends the conversation without a word."""
        if self._has_ended:
            return
        self._has_ended = True
        self._waiting.clear()
        self._handshake.stop()
        self._turn.stop()
        if self._session is not None:
            self._session.close()
        self._socket.abort()
        self.ended.emit()
        self.deleteLater()

    def _work(self) -> None:
        until = time.perf_counter() + SLICE_S
        while not self._has_ended:
            if self._waiting and self._session is not None:
                self._session.receive(self._waiting.popleft())
            elif self._socket.bytesAvailable():
                self._read()
            else:
                return
            if time.perf_counter() > until:
                self._turn.start()
                return

    def _read(self) -> None:
        messages = self._connection.receive(bytes(self._socket.read(READ_BYTES).data()))
        if self._connection.is_open and self._session is None:
            self._handshake.stop()
            self._session = self._make_session(self._say)
        self._waiting.extend(messages)
        self._flush()

    def _say(self, text: str) -> None:
        self._connection.send(text)
        self._flush()

    def _flush(self) -> None:
        if self._has_ended:
            return
        outgoing = self._connection.take_outgoing()
        if outgoing:
            self._socket.write(outgoing)
        if self._socket.bytesToWrite() > MOST_UNSENT_BYTES:
            self.end()
        elif self._connection.is_over:
            # What is outgoing is still sent.
            self._socket.disconnectFromHost()
