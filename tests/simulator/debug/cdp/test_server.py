"""The server at its port, with real sockets: clients that come, flood, babble and vanish."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from pytestqt.qtbot import QtBot
from websockets.sync.client import ClientConnection, connect

from simulator.debug.cdp.server import MOST_CLIENTS, CdpServer
from simulator.debug.debugger import Frame, Pause
from simulator.debug.loopback import PortTaken
from tests.support.debuggee import DebuggeeParts
from tests.support.waiting import wait_until


@pytest.fixture
def server(parts: DebuggeeParts, qtbot: QtBot) -> Iterator[CdpServer]:
    server = CdpServer(parts.debuggee, is_listed=True)
    yield server
    server.close()


def elsewhere(act: Callable[[], Any]) -> Any:
    """What a client's thread comes to, while the server goes on in this one."""
    results: list[Any] = []

    def run() -> None:
        try:
            results.append(act())
        except BaseException as error:
            results.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    wait_until(lambda: results, "the client")
    thread.join()
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


def opened(server: CdpServer) -> ClientConnection:
    client: ClientConnection = elsewhere(lambda: connect(server.address, proxy=None, compression=None).__enter__())
    return client


def ask(client: ClientConnection, method: str, **params: Any) -> Any:
    def talk() -> Any:
        client.send(json.dumps({"id": 1, "method": method, "params": params}))
        while True:
            answer = json.loads(client.recv(timeout=60))
            if answer.get("id") == 1:
                return answer

    return elsewhere(talk)


def test_a_client_talks(server: CdpServer) -> None:
    client = opened(server)
    answer = ask(client, "Runtime.evaluate", expression="1 + 1")
    assert answer["result"]["result"]["value"] == 2
    elsewhere(client.close)
    wait_until(lambda: server.client_count == 0, "the client to have gone")


def test_the_documents_tell_the_address(server: CdpServer) -> None:
    def read(path: str) -> Any:
        return elsewhere(lambda: json.load(urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=60)))

    (target,) = read("/json/list")
    assert target["webSocketDebuggerUrl"] == server.address
    assert target["title"] == "Shop"
    assert read("/json/version")["Protocol-Version"] == "1.3"
    assert "Debugger" in {domain["domain"] for domain in read("/json/protocol")["domains"]}
    with pytest.raises(HTTPError, match="404"):
        read("/elsewhere")


def test_programs_with_servers_of_their_own_are_listed_beside(parts: DebuggeeParts, qtbot: QtBot) -> None:
    other = CdpServer(parts.debuggee)
    server = CdpServer(parts.debuggee, is_listed=True, others=lambda: [other.target])
    with elsewhere(lambda: urlopen(f"http://127.0.0.1:{server.port}/json")) as answer:
        listed = json.loads(answer.read())
    assert [one["webSocketDebuggerUrl"] for one in listed] == [server.address, other.address]
    server.close()
    other.close()


def test_a_server_that_is_not_listed_tells_nothing(parts: DebuggeeParts, qtbot: QtBot) -> None:
    server = CdpServer(parts.debuggee)
    with pytest.raises(HTTPError, match="404"):
        elsewhere(lambda: urlopen(f"http://127.0.0.1:{server.port}/json/list", timeout=60))
    server.close()


def test_a_client_that_vanishes_while_the_program_stands_lets_it_go_on(server: CdpServer, parts: DebuggeeParts) -> None:
    client = opened(server)
    ask(client, "Debugger.enable")
    parts.debugger.stop(Pause("breakpoint", (Frame(1, "f", "pages/p/p.js", 1, 1),)))
    client.socket.close()
    wait_until(lambda: parts.debugger.pause_now is None, "the program to go on")


def test_a_flood_leaves_the_owner_its_turns(server: CdpServer) -> None:
    client = opened(server)
    commands = 3000
    turns: list[int] = []

    def flood() -> list[int]:
        for number in range(commands):
            client.send(json.dumps({"id": number, "method": "Schema.getDomains"}))
        return [json.loads(client.recv(timeout=60))["id"] for _ in range(commands)]

    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(1))
    timer.start()
    assert elsewhere(flood) == list(range(commands))
    timer.stop()
    assert len(turns) > 10


def test_babble_ends_one_connection_and_no_other(server: CdpServer, qtbot: QtBot) -> None:
    good = opened(server)
    bad = QTcpSocket()
    bad.connectToHost(QHostAddress("127.0.0.1"), server.port)
    assert bad.waitForConnected(10_000)
    bad.write(b"\x00\xffbabble\r\n" * 1000)
    wait_until(lambda: bad.state() == QTcpSocket.SocketState.UnconnectedState, "the babbler to be shut out")
    assert ask(good, "Runtime.evaluate", expression="1")["result"]["result"]["value"] == 1


def test_there_is_a_limit_of_clients(server: CdpServer) -> None:
    sockets = []
    for _ in range(MOST_CLIENTS + 1):
        socket = QTcpSocket()
        socket.connectToHost(QHostAddress("127.0.0.1"), server.port)
        assert socket.waitForConnected(10_000)
        sockets.append(socket)
    last = sockets[-1]
    wait_until(lambda: last.state() == QTcpSocket.SocketState.UnconnectedState, "the last to be sent away")
    assert server.client_count == MOST_CLIENTS


def test_a_port_that_is_taken_is_said(parts: DebuggeeParts, qtbot: QtBot) -> None:
    other = QTcpServer()
    assert other.listen(QHostAddress("127.0.0.1"))
    with pytest.raises(PortTaken, match="use"):
        CdpServer(parts.debuggee, port=other.serverPort())
    other.close()
    assert parts.recorder._subscribers == []
