"""Clients at a port of the loopback: a session for each, in the owner's thread."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

from simulator.debug.dap.framing import Framing, NoClient, frame
from simulator.debug.dap.session import DebugSession

MOST_CLIENTS = 4
"""Each has a phone and processes of its own."""
READ_BYTES = 256 * 1024
MOST_UNSENT_BYTES = 64 * 1024 * 1024
SLICE_S = 0.008

MakeSession = Callable[[Callable[[bytes], None], Callable[[], None]], DebugSession]


class PortTaken(OSError):
    """Nobody can listen at this port; the text says why."""


class PortServer(QObject):
    """`port` 0 is any that is free."""

    def __init__(self, port: int, make_session: MakeSession, parent: QObject | None = None) -> None:
        """Raises PortTaken."""
        super().__init__(parent)
        self._make_session = make_session
        self._clients: list[_SocketClient] = []
        self._server = QTcpServer(self)
        if not self._server.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost), port):
            raise PortTaken(self._server.errorString())
        self._server.newConnection.connect(self._welcome)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.serverPort())

    def close(self) -> None:
        """Ends all sessions."""
        self._server.close()
        for client in tuple(self._clients):
            client.end()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._clients) >= MOST_CLIENTS:
                socket.abort()
                socket.deleteLater()
                continue
            self._clients.append(_SocketClient(socket, self._make_session, self._clients, self))


class _SocketClient(QObject):
    """One client; takes itself out of `clients` when it ends."""

    def __init__(
        self, socket: QTcpSocket, make_session: MakeSession, clients: list[_SocketClient], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._clients = clients
        self._framing = Framing()
        self._waiting: deque[bytes] = deque()
        self._has_ended = False
        self._session = make_session(self._send, self._leave)
        socket.setParent(self)
        # What is not taken stays with the system, and its sender has to wait.
        socket.setReadBufferSize(READ_BYTES)
        socket.readyRead.connect(self._work)
        socket.disconnected.connect(self.end)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._work)
        self._turn.start()

    def end(self) -> None:
        """Ends the session without a word."""
        if self._has_ended:
            return
        self._has_ended = True
        self._turn.stop()
        self._session.close()
        self._socket.abort()
        self._clients.remove(self)
        self.deleteLater()

    def _leave(self) -> None:
        """The client wants to go: what was said is still sent."""
        self._socket.disconnectFromHost()

    def _work(self) -> None:
        until = time.perf_counter() + SLICE_S
        while not self._has_ended:
            if self._waiting:
                self._session.receive(self._waiting.popleft())
            elif self._socket.bytesAvailable():
                try:
                    self._waiting.extend(self._framing.receive(bytes(self._socket.read(READ_BYTES).data())))
                except NoClient:
                    self.end()
            else:
                return
            if time.perf_counter() > until:
                self._turn.start()
                return

    def _send(self, body: bytes) -> None:
        if self._has_ended:
            return
        self._socket.write(frame(body))
        if self._socket.bytesToWrite() > MOST_UNSENT_BYTES:
            self.end()
