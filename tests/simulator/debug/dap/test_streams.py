"""Clients at pipes and at a port: whole sessions, broken ones, floods and browsers."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot

from simulator.debug.dap.framing import Framing, frame
from simulator.debug.dap.link import DapLink
from simulator.debug.dap.session import DebugSession
from simulator.debug.dap.streams import StreamClient
from simulator.debug.loopback import LoopbackServer, PortTaken
from tests.support.dap_client import FakeStarter
from tests.support.debuggee import DebuggeeParts
from tests.support.waiting import wait_until

MOST_CLIENTS = 4


def request(number: int, command: str, **arguments: Any) -> bytes:
    message = {"seq": number, "type": "request", "command": command, "arguments": arguments}
    return frame(json.dumps(message).encode())


class Desk:
    """Makes sessions and keeps their starters."""

    def __init__(self, parts: DebuggeeParts) -> None:
        self._parts = parts
        self.starters: list[FakeStarter] = []

    def link(self, wake: Callable[[], None]) -> DapLink:
        return DapLink(self.session, wake)

    def session(self, send: Callable[[bytes], None], over: Callable[[], None]) -> DebugSession:
        self.starters.append(FakeStarter(self._parts))
        return DebugSession(self.starters[-1], send, over)


@pytest.fixture
def desk(parts: DebuggeeParts) -> Desk:
    return Desk(parts)


class Pipes:
    """A client at two pipes."""

    def __init__(self, desk: Desk) -> None:
        incoming, self.to_us = os.pipe()
        self.from_us, outgoing = os.pipe()
        os.set_blocking(self.from_us, False)
        self._ours = (incoming, outgoing)
        self.client = StreamClient(incoming, outgoing, desk.session)
        self.ended: list[bool] = []
        self.client.ended.connect(lambda: self.ended.append(True))
        self.client.start()
        self._framing = Framing()
        self.said: list[dict[str, Any]] = []

    def write(self, data: bytes) -> None:
        os.write(self.to_us, data)

    def heard(self, command: str) -> bool:
        """Whether the response to a request is there."""
        try:
            data = os.read(self.from_us, 1 << 20)
        except BlockingIOError:
            data = b""
        self.said += [json.loads(body) for body in self._framing.receive(data)]
        return any(one.get("command") == command for one in self.said)

    def close(self) -> None:
        for end in (self.to_us, self.from_us, *self._ours):
            os.close(end)


@pytest.fixture
def pipes(desk: Desk, qtbot: QtBot) -> Iterator[Pipes]:
    pipes = Pipes(desk)
    yield pipes
    pipes.client.close()
    pipes.close()


def test_a_session_over_pipes(pipes: Pipes, desk: Desk, tmp_path: Path) -> None:
    pipes.write(request(1, "initialize") + request(2, "launch", project=str(tmp_path))[:30])
    wait_until(lambda: pipes.heard("initialize"), "the first response")
    pipes.write(request(2, "launch", project=str(tmp_path))[30:] + request(3, "configurationDone"))
    wait_until(lambda: pipes.heard("launch"), "the program")
    pipes.write(request(4, "disconnect"))
    wait_until(lambda: pipes.ended, "the end")
    wait_until(lambda: pipes.heard("disconnect"), "the last response")
    assert desk.starters[0].asked[-1] == ("close",)


def test_a_client_that_goes_away_ends_its_program(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    pipes = Pipes(desk)
    pipes.write(request(1, "initialize") + request(2, "launch", project=str(tmp_path)))
    wait_until(lambda: pipes.heard("initialize"), "the first response")
    os.close(pipes.to_us)
    pipes.to_us = os.dup(0)
    wait_until(lambda: pipes.ended, "the end")
    pipes.client.close()
    pipes.close()
    assert desk.starters[0].asked[-1] == ("close",)


def test_babble_ends_the_conversation(pipes: Pipes) -> None:
    pipes.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    wait_until(lambda: pipes.ended, "the end")


# ------------------------------------------------------------ the port


@pytest.fixture
def server(desk: Desk, qtbot: QtBot) -> Iterator[LoopbackServer]:
    server = LoopbackServer(0, desk.link, MOST_CLIENTS)
    yield server
    server.close()


def connected(server: LoopbackServer) -> QTcpSocket:
    socket = QTcpSocket()
    socket.connectToHost(QHostAddress("127.0.0.1"), server.port)
    assert socket.waitForConnected(10_000)
    return socket


def bodies(socket: QTcpSocket, framing: Framing, said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    said += [json.loads(body) for body in framing.receive(bytes(socket.readAll().data()))]
    return said


def test_several_clients_have_sessions_of_their_own(server: LoopbackServer, desk: Desk, tmp_path: Path) -> None:
    for socket in (connected(server), connected(server)):
        framing, said = Framing(), []
        socket.write(request(1, "initialize") + request(2, "launch", project=str(tmp_path)))
        socket.write(request(3, "configurationDone") + request(4, "disconnect"))
        wait_until(lambda: socket.state() == QTcpSocket.SocketState.UnconnectedState, "good-bye")  # noqa: B023
        told = [one.get("command") for one in bodies(socket, framing, said) if one["type"] == "response"]
        assert told == ["initialize", "configurationDone", "launch", "disconnect"]
    assert [starter.asked[-1] for starter in desk.starters] == [("close",), ("close",)]


def test_a_flood_is_answered_in_order(server: LoopbackServer) -> None:
    socket, framing, said = connected(server), Framing(), []
    socket.write(b"".join(request(number, "nothing") for number in range(2000)))
    wait_until(lambda: len(bodies(socket, framing, said)) == 2000, "all answers")
    assert [one["request_seq"] for one in said] == list(range(2000))
    socket.abort()


@pytest.mark.parametrize("data", [b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"\x00" * 10_000])
def test_browsers_and_babblers_are_shut_out(server: LoopbackServer, data: bytes) -> None:
    socket = connected(server)
    socket.write(data)
    wait_until(lambda: socket.state() == QTcpSocket.SocketState.UnconnectedState, "the end")
    assert socket.readAll().data() == b""


def test_a_client_that_vanishes_ends_its_program(server: LoopbackServer, desk: Desk, tmp_path: Path) -> None:
    socket = connected(server)
    socket.write(request(1, "launch", project=str(tmp_path)))
    wait_until(lambda: desk.starters and desk.starters[0].asked, "the program")
    socket.abort()
    wait_until(lambda: desk.starters[0].asked[-1] == ("close",), "its end")


def test_there_is_a_limit_of_clients(server: LoopbackServer) -> None:
    sockets = [connected(server) for _ in range(MOST_CLIENTS + 1)]
    wait_until(lambda: sockets[-1].state() == QTcpSocket.SocketState.UnconnectedState, "the last to be sent away")
    assert sockets[0].state() == QTcpSocket.SocketState.ConnectedState


def test_a_port_that_is_taken_is_said(desk: Desk, qtbot: QtBot) -> None:
    other = QTcpServer()
    assert other.listen(QHostAddress("127.0.0.1"))
    with pytest.raises(PortTaken, match="use"):
        LoopbackServer(other.serverPort(), desk.link, MOST_CLIENTS)
    other.close()
