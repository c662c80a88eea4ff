"""WebSockets over Qt against a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtWebSockets import QWebSocket, QWebSocketServer
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure, Request
from simulator.api.ports.websocket import MAX_SOCKETS, WebSockets
from simulator.traffic.log import TrafficLog


class Heard:
    """What a socket did."""

    def __init__(self) -> None:
        self.events: list[tuple[object, ...]] = []

    def opened(self, headers: Sequence[tuple[str, str]]) -> None:
        self.events.append(("opened",))

    def message(self, data: str | bytes) -> None:
        self.events.append(("message", data))

    def failed(self, reason: str) -> None:
        self.events.append(("failed",))

    def closed(self, code: int, reason: str) -> None:
        self.events.append(("closed", code, reason))


class EchoServer(QWebSocketServer):
    """Sends everything back to the client that came last."""

    def __init__(self) -> None:
        super().__init__("echo", QWebSocketServer.SslMode.NonSecureMode)
        self.listen(QHostAddress("127.0.0.1"))
        self.newConnection.connect(self._connected)
        self._clients: list[QWebSocket] = []

    def _connected(self) -> None:
        client = self.nextPendingConnection()
        self._clients.append(client)
        client.textMessageReceived.connect(self._echo_text)
        client.binaryMessageReceived.connect(self._echo_bytes)

    def _echo_text(self, text: str) -> None:
        self._clients[-1].sendTextMessage(text)

    def _echo_bytes(self, data: QByteArray) -> None:
        self._clients[-1].sendBinaryMessage(data)

    def end(self) -> None:
        """Lets go of the clients before Qt deletes them with the server."""
        self.close()
        self._clients.clear()


@pytest.fixture
def server(qtbot: QtBot) -> Iterator[EchoServer]:
    made = EchoServer()
    yield made
    made.end()
    _delete(made)


@pytest.fixture
def traffic() -> TrafficLog:
    return TrafficLog()


@pytest.fixture
def sockets(qtbot: QtBot, traffic: TrafficLog) -> Iterator[WebSockets]:
    made = WebSockets("https://servicewechat.com/x/devtools/page-frame.html", traffic)
    yield made
    made.drop_all()
    _delete(made)


def _delete(made: QObject) -> None:
    # At once, in this thread: left to the garbage collector, Qt's sockets would go in no particular order.
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_conversation(server: EchoServer, sockets: WebSockets, qtbot: QtBot) -> None:
    heard = Heard()
    sockets.open(1, server.serverUrl().toString(), {"X-A": "b"}, [], heard, 60_000)
    with pytest.raises(ApiFailure, match="not connected"):
        sockets.send(1, "too early")
    qtbot.waitUntil(lambda: ("opened",) in heard.events)
    sockets.send(1, "text")
    sockets.send(1, b"\x00\xff")
    qtbot.waitUntil(lambda: len(heard.events) == 3)
    sockets.close(1, 1000, "bye")
    qtbot.waitUntil(lambda: len(heard.events) == 4)
    assert heard.events[1:] == [("message", "text"), ("message", b"\x00\xff"), ("closed", 1000, "bye")]
    with pytest.raises(ApiFailure, match="not connected"):
        sockets.close(1, 1000, "")


def test_nobody_there(sockets: WebSockets, qtbot: QtBot) -> None:
    heard = Heard()
    sockets.open(1, "ws://127.0.0.1:9/", {}, [], heard, 60_000)
    qtbot.waitUntil(lambda: heard.events[-1:] == [("closed", 1006, "")])
    assert heard.events[0] == ("failed",)


def test_five_at_once(server: EchoServer, sockets: WebSockets) -> None:
    for index in range(MAX_SOCKETS):
        sockets.open(index, server.serverUrl().toString(), {}, [], Heard(), 60_000)
    with pytest.raises(ApiFailure, match="exceed max task count 5"):
        sockets.open(99, server.serverUrl().toString(), {}, [], Heard(), 60_000)


def test_a_server_that_does_not_shake_hands_is_given_up(sockets: WebSockets, qtbot: QtBot) -> None:
    silent = QTcpServer()
    assert silent.listen(QHostAddress("127.0.0.1"))
    heard = Heard()
    sockets.open(1, f"ws://127.0.0.1:{silent.serverPort()}/", {}, [], heard, 50)
    qtbot.waitUntil(lambda: heard.events == [("failed",), ("closed", 1006, "")])
    with pytest.raises(ApiFailure, match="not connected"):
        sockets.send(1, "too late")
    _delete(silent)


def test_the_traffic_log_hears_of_every_message(
    server: EchoServer, sockets: WebSockets, traffic: TrafficLog, qtbot: QtBot
) -> None:
    heard, url = Heard(), server.serverUrl().toString()
    traffic.called(Request("connectSocket", {"url": url}, 1))
    sockets.open(1, url, {"X-A": "b"}, ["chat"], heard, 60_000)
    qtbot.waitUntil(lambda: ("opened",) in heard.events)
    sockets.send(1, "half \ud83d")
    sockets.send(1, b"\x00\xff")
    qtbot.waitUntil(lambda: len(heard.events) == 3)
    sockets.close(1, 1000, "bye")
    qtbot.waitUntil(lambda: len(heard.events) == 4)
    (entry,) = traffic.exchanges()
    assert (entry.kind, entry.status, entry.state, entry.closed, entry.frames) == ("socket", 101, "ok", "1000 bye", 4)
    assert ("X-A", "b") in entry.request_headers
    assert ("Sec-WebSocket-Protocol", "chat") in entry.request_headers
    frames = traffic.frames(entry.number)
    assert sorted((frame.is_sent, frame.is_text) for frame in frames) == [
        (False, False), (False, True), (True, False), (True, True),
    ]  # fmt: skip
    assert [traffic.bodies.read(frame.body) for frame in frames if not frame.is_text] == [b"\x00\xff"] * 2


def test_a_handshake_that_fails_says_why_in_the_traffic_log(
    sockets: WebSockets, traffic: TrafficLog, qtbot: QtBot
) -> None:
    heard = Heard()
    traffic.called(Request("connectSocket", {"url": "ws://127.0.0.1:1"}, 1))
    sockets.open(1, "ws://127.0.0.1:1", {}, [], heard, 60_000)
    qtbot.waitUntil(lambda: len(heard.events) == 2)
    (entry,) = traffic.exchanges()
    assert (entry.state, bool(entry.error)) == ("failed", True)
