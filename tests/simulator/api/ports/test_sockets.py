"""TCP and UDP over Qt against servers on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure
from runtime.api.ports.sockets import Peer
from simulator.api.ports.sockets import MAX_PIECE_BYTES, MAX_SOCKETS, MAX_WAITING_BYTES, RawSockets
from tests.support.waiting import wait_until

HERE = "127.0.0.1"


class Heard:
    """What a socket did."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.pieces: list[bytes] = []
        self.remotes: list[Peer] = []

    def opened(self) -> None:
        self.events.append("opened")

    def message(self, data: bytes, remote: Peer, local: Peer) -> None:
        self.pieces.append(data)
        self.remotes.append(remote)

    def failed(self, reason: str) -> None:
        self.events.append(f"failed {reason}")

    def closed(self) -> None:
        self.events.append("closed")


class Server(QTcpServer):
    """Keeps its clients."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.clients: list[QTcpSocket] = []
        self.listen(QHostAddress(HERE))
        self.newConnection.connect(lambda: self.clients.append(self.nextPendingConnection()))

    @property
    def peer(self) -> Peer:
        return Peer(HERE, self.serverPort())


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def sockets(owner: QObject) -> Iterator[RawSockets]:
    made = RawSockets(owner)
    yield made
    made.drop_all()


def connected(sockets: RawSockets, server: Server) -> Heard:
    heard = Heard()
    sockets.create(1, heard, is_stream=True)
    sockets.connect(1, server.peer, 60_000)
    wait_until(lambda: heard.events == ["opened"] and server.clients, "the connection")
    return heard


def test_a_stream_in_both_directions(sockets: RawSockets, owner: QObject) -> None:
    server = Server(owner)
    heard = connected(sockets, server)
    sockets.write(1, b"hello")
    (client,) = server.clients
    wait_until(lambda: client.bytesAvailable() == 5, "what was written")
    assert client.readAll().data() == b"hello"
    client.write(b"\x00\xff")
    wait_until(lambda: heard.pieces, "the answer")
    assert (heard.pieces, heard.remotes) == ([b"\x00\xff"], [server.peer])
    sockets.close(1)
    wait_until(lambda: heard.events[-1] == "closed", "the end")
    with pytest.raises(ApiFailure, match="closed"):
        sockets.write(1, b"late")


def test_a_server_that_ends(sockets: RawSockets, owner: QObject) -> None:
    server = Server(owner)
    heard = connected(sockets, server)
    server.clients[0].write(b"last words")
    server.clients[0].disconnectFromHost()
    wait_until(lambda: heard.events[-1] == "closed", "the end")
    assert (b"".join(heard.pieces), heard.events) == (b"last words", ["opened", "closed"])


def test_a_flood_comes_in_pieces(sockets: RawSockets, owner: QObject) -> None:
    server = Server(owner)
    heard = connected(sockets, server)
    size = 40 * MAX_PIECE_BYTES
    server.clients[0].write(b"x" * size)
    wait_until(lambda: sum(map(len, heard.pieces)) == size, "all of it")
    assert max(map(len, heard.pieces)) <= MAX_PIECE_BYTES


def test_a_server_that_does_not_read_fills_no_memory(sockets: RawSockets, owner: QObject) -> None:
    server = Server(owner)
    connected(sockets, server)
    server.clients[0].setReadBufferSize(1)
    for _ in range(8):
        sockets.write(1, b"x" * (MAX_WAITING_BYTES // 8))
    with pytest.raises(ApiFailure, match="wait for the other side"):
        sockets.write(1, b"x" * MAX_WAITING_BYTES)


def test_nobody_listens(sockets: RawSockets) -> None:
    with socket.socket() as unused:
        unused.bind((HERE, 0))
        port = unused.getsockname()[1]
    heard = Heard()
    sockets.create(1, heard, is_stream=True)
    sockets.connect(1, Peer(HERE, port), 60_000)
    wait_until(lambda: heard.events and heard.events[-1] == "closed", "the refusal")
    assert heard.events[0].startswith("failed")
    assert "opened" not in heard.events


def test_nobody_answers(sockets: RawSockets) -> None:
    heard = Heard()
    sockets.create(1, heard, is_stream=True)
    # An address for documentation: no host has it.
    sockets.connect(1, Peer("192.0.2.1", 5000), 1)
    wait_until(lambda: heard.events and heard.events[-1] == "closed", "the end of the time")
    assert heard.events[0].startswith("failed")


def test_packets_in_both_directions(sockets: RawSockets) -> None:
    first, second = Heard(), Heard()
    sockets.create(1, first, is_stream=False)
    sockets.create(2, second, is_stream=False)
    ports = sockets.bind(1, 0), sockets.bind(2, 0)
    assert ports[0] != ports[1]
    wait_until(lambda: first.events == second.events == ["opened"], "that both listen")
    sockets.send(1, b"ping", Peer(HERE, ports[1]))
    wait_until(lambda: second.pieces == [b"ping"], "the packet")
    assert second.remotes == [Peer(HERE, ports[0])]
    sockets.connect(2, Peer("localhost", ports[0]), 0)
    sockets.set_ttl(2, 3)
    sockets.write(2, b"pong")
    wait_until(lambda: first.pieces == [b"pong"], "the answer to a name")


def test_what_cannot_be_sent(sockets: RawSockets) -> None:
    heard = Heard()
    sockets.create(1, heard, is_stream=False)
    with pytest.raises(ApiFailure, match="not connected"):
        sockets.write(1, b"x")
    with pytest.raises(ApiFailure, match="at most"):
        sockets.send(1, b"x" * 70_000, Peer(HERE, 5000))
    sockets.create(2, Heard(), is_stream=False)
    port = sockets.bind(2, 0)
    with pytest.raises(ApiFailure):
        sockets.bind(1, port)
    sockets.send(1, b"x", Peer("no.such.host.invalid", 5000))
    wait_until(lambda: heard.events, "the error")
    assert heard.events[0].startswith("failed send:fail")


def test_only_so_many_are_open(sockets: RawSockets) -> None:
    for number in range(MAX_SOCKETS):
        sockets.create(number, Heard(), is_stream=True)
    with pytest.raises(ApiFailure, match="exceed"):
        sockets.create(99, Heard(), is_stream=True)
    sockets.close(0)
    wait_until(lambda: _can_create(sockets), "room for another")


def test_nothing_is_heard_of_a_program_that_has_ended(sockets: RawSockets, owner: QObject) -> None:
    server = Server(owner)
    heard = connected(sockets, server)
    sockets.drop_all()
    wait_until(lambda: server.clients[0].state() == QTcpSocket.SocketState.UnconnectedState, "the end")
    assert heard.events == ["opened"]


def test_sockets_that_are_deleted_with_their_owner_say_nothing(owner: QObject) -> None:
    server = Server(owner)
    mine = QObject()
    heard = connected(RawSockets(mine), server)
    shiboken6.delete(mine)
    wait_until(lambda: server.clients[0].state() == QTcpSocket.SocketState.UnconnectedState, "the end")
    assert heard.events == ["opened"]


def _can_create(sockets: RawSockets) -> bool:
    try:
        sockets.create(99, Heard(), is_stream=True)
    except ApiFailure:
        return False
    return True
