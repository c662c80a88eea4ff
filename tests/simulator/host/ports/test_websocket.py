"""WebSockets over Qt against a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtNetwork import QHostAddress
from PySide6.QtWebSockets import QWebSocketServer
from pytestqt.qtbot import QtBot

from runtime.api.call import ApiFailure
from simulator.host.ports.websocket import MAX_SOCKETS, WebSockets


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


@pytest.fixture
def server(qtbot: QtBot) -> Iterator[QWebSocketServer]:
    """Sends everything back."""
    made = QWebSocketServer("echo", QWebSocketServer.SslMode.NonSecureMode)
    made.listen(QHostAddress("127.0.0.1"))
    clients = []

    def connected() -> None:
        client = made.nextPendingConnection()
        clients.append(client)
        client.textMessageReceived.connect(lambda text: client.sendTextMessage(text))
        client.binaryMessageReceived.connect(lambda data: client.sendBinaryMessage(data))

    made.newConnection.connect(connected)
    yield made
    made.close()


@pytest.fixture
def sockets(qtbot: QtBot) -> Iterator[WebSockets]:
    made = WebSockets("https://servicewechat.com/x/devtools/page-frame.html")
    yield made
    made.drop_all()


def test_a_conversation(server: QWebSocketServer, sockets: WebSockets, qtbot: QtBot) -> None:
    heard = Heard()
    sockets.open(1, server.serverUrl().toString(), {"X-A": "b"}, [], heard)
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
    sockets.open(1, "ws://127.0.0.1:9/", {}, [], heard)
    qtbot.waitUntil(lambda: heard.events[-1:] == [("closed", 1006, "")])
    assert heard.events[0] == ("failed",)


def test_five_at_once(server: QWebSocketServer, sockets: WebSockets) -> None:
    for index in range(MAX_SOCKETS):
        sockets.open(index, server.serverUrl().toString(), {}, [], Heard())
    with pytest.raises(ApiFailure, match="exceed max task count 5"):
        sockets.open(99, server.serverUrl().toString(), {}, [], Heard())
