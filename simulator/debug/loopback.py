"""A port on loopback and a client at each of its sockets, in the owner's thread: bytes between Qt and a conversation.

A client gets a slice of the thread's time at once; one that sends faster than it is answered waits at its own socket,
one that reads too little of what it asked for is let go. What is said is for the conversation (`Link`).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket

READ_BYTES = 256 * 1024
MOST_UNSENT_BYTES = 128 * 1024 * 1024
SLICE_S = 0.008
GREETING_MS = 10_000
"""So long may a client take until it has said what it is."""


class PortTaken(OSError):
    """Nobody can listen at this port; the text says why."""


class Link(Protocol):
    """One client's conversation, without its socket."""

    @property
    def is_greeted(self) -> bool:
        """Whether the other side has turned out to be a client."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it once what is outgoing has been sent."""

    def receive(self, data: bytes) -> Sequence[Any]:
        """Takes what has arrived; returns the messages that are complete."""

    def carry_out(self, message: Any) -> None:
        """Does what one of them asks for."""

    def take_outgoing(self) -> bytes:
        """The bytes to be sent now."""

    def close(self) -> None:
        """The client has gone."""


MakeLink = Callable[[Callable[[], None]], Link]
"""Makes the conversation with a new client; gets what is to be called when there is something outgoing."""


class LoopbackServer(QObject):
    """`port` 0 is any that is free."""

    def __init__(
        self,
        port: int,
        make_link: MakeLink,
        most_clients: int,
        parent: QObject | None = None,
        *,
        by_both_addresses: bool = False,
    ) -> None:
        """Raises PortTaken. `by_both_addresses`: at `::1` as well, if the system has it."""
        super().__init__(parent)
        self._make_link = make_link
        self._most_clients = most_clients
        self._clients: list[_Client] = []
        self._servers = [self._listen(QHostAddress.SpecialAddress.LocalHost, port)]
        if by_both_addresses:
            self._listen_by_the_other_address()

    def _listen(self, address: QHostAddress.SpecialAddress, port: int) -> QTcpServer:
        server = QTcpServer(self)
        if not server.listen(QHostAddress(address), port):
            raise PortTaken(server.errorString())
        server.newConnection.connect(self._welcome)
        return server

    def _listen_by_the_other_address(self) -> None:
        try:
            self._servers.append(self._listen(QHostAddress.SpecialAddress.LocalHostIPv6, self.port))
        except PortTaken:
            if _has_ipv6():
                self.close()
                raise

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._servers[0].serverPort())

    @property
    def client_count(self) -> int:
        """How many connections there are."""
        return len(self._clients)

    def close(self) -> None:
        """Ends all conversations, and itself with the next turn: objects of Qt must go in their thread."""
        for server in self._servers:
            server.close()
        for client in tuple(self._clients):
            client.end()
        self.deleteLater()

    def _welcome(self) -> None:
        for server in self._servers:
            while (socket := server.nextPendingConnection()) is not None:
                self._admit(socket)

    def _admit(self, socket: QTcpSocket) -> None:
        if len(self._clients) >= self._most_clients:
            socket.abort()
            socket.deleteLater()
            return
        client = _Client(socket, self._make_link, self)
        self._clients.append(client)
        client.ended.connect(lambda: self._clients.remove(client))


def _has_ipv6() -> bool:
    return QTcpServer().listen(QHostAddress(QHostAddress.SpecialAddress.LocalHostIPv6), 0)


class _Client(QObject):
    """One client at its socket. `ended` is told once."""

    ended = Signal()

    def __init__(self, socket: QTcpSocket, make_link: MakeLink, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._waiting: deque[Any] = deque()
        self._has_ended = False
        self._link = make_link(self._flush)
        socket.setParent(self)
        # What is not taken stays with the system, and its sender has to wait.
        socket.setReadBufferSize(READ_BYTES)
        socket.readyRead.connect(self._work)
        socket.disconnected.connect(self.end)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._work)
        self._greeting = QTimer(self, singleShot=True, interval=GREETING_MS)
        self._greeting.timeout.connect(self.end)
        self._greeting.start()
        self._turn.start()

    def end(self) -> None:
        """Ends the conversation without a word."""
        if self._has_ended:
            return
        self._has_ended = True
        self._waiting.clear()
        self._greeting.stop()
        self._turn.stop()
        self._link.close()
        self._socket.abort()
        self.ended.emit()
        self.deleteLater()

    def _work(self) -> None:
        until = time.perf_counter() + SLICE_S
        while not self._has_ended:
            if self._waiting:
                self._link.carry_out(self._waiting.popleft())
            elif self._socket.bytesAvailable():
                self._waiting.extend(self._link.receive(bytes(self._socket.read(READ_BYTES).data())))
                if self._link.is_greeted:
                    self._greeting.stop()
            else:
                return
            self._flush()
            if time.perf_counter() > until:
                self._turn.start()
                return

    def _flush(self) -> None:
        if self._has_ended:
            return
        outgoing = self._link.take_outgoing()
        if outgoing:
            self._socket.write(outgoing)
        if self._socket.bytesToWrite() > MOST_UNSENT_BYTES:
            self.end()
        elif self._link.is_over:
            # What is outgoing is still sent.
            self._socket.disconnectFromHost()
