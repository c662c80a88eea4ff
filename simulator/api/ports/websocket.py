"""WebSockets over Qt: at most five are open at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QObject, QTimer, QUrl
from PySide6.QtNetwork import QAbstractSocket, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket, QWebSocketHandshakeOptions, QWebSocketProtocol

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import MAX_ANSWER_BYTES, SocketListener
from simulator.traffic.log import TrafficLog

MAX_SOCKETS = 5
ABNORMAL_CLOSE = 1006
LAST_CODE = 0xFFFF


class WebSockets(QObject):
    """The sockets of one running program, by the call that made each. `traffic` is told what passes."""

    def __init__(self, referer: str, traffic: TrafficLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._referer = referer
        self._traffic = traffic
        self._open: dict[int, QWebSocket] = {}
        self._connected: set[int] = set()

    def open(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        """Begins the handshake, which ends with an error after the time. Raises ApiFailure if five sockets are open."""
        if len(self._open) >= MAX_SOCKETS:
            raise ApiFailure(f"exceed max task count {MAX_SOCKETS}")
        socket = QWebSocket(parent=self)
        socket.setMaxAllowedIncomingMessageSize(MAX_ANSWER_BYTES)
        socket.setMaxAllowedIncomingFrameSize(MAX_ANSWER_BYTES)
        self._open[task_id] = socket
        message = QNetworkRequest(QUrl(url))
        given = {name: value for name, value in headers.items() if name.lower() != "content-type"}
        for name, value in given.items():
            message.setRawHeader(name.encode("latin-1", "replace"), value.encode("utf-8"))
        message.setRawHeader(b"Referer", self._referer.encode("utf-8"))
        options = QWebSocketHandshakeOptions()
        options.setSubprotocols(list(protocols))
        socket.connected.connect(lambda: self._opened(task_id, listener))
        socket.textMessageReceived.connect(lambda text: self._received(task_id, text, listener))
        socket.binaryMessageReceived.connect(lambda data: self._received(task_id, data.data(), listener))
        socket.errorOccurred.connect(lambda _error: self._failed(task_id, listener))
        socket.disconnected.connect(lambda: self._closed(task_id, listener))
        QTimer.singleShot(timeout_ms, socket, lambda: self._expired(task_id, socket, listener))
        own = [("Referer", self._referer), *([("Sec-WebSocket-Protocol", ", ".join(protocols))] if protocols else [])]
        self._traffic.socket_opening(task_id, url, (*given.items(), *own))
        socket.open(message, options)

    def send(self, task_id: int, data: str | bytes) -> None:
        """Sends text or bytes. Raises ApiFailure if the socket is not open."""
        socket = self._open.get(task_id)
        if socket is None or socket.state() != QAbstractSocket.SocketState.ConnectedState:
            raise ApiFailure("WebSocket is not connected")
        if isinstance(data, str):
            socket.sendTextMessage(data)
        else:
            socket.sendBinaryMessage(QByteArray(data))
        self._traffic.frame(task_id, data, is_sent=True)

    def close(self, task_id: int, code: int, reason: str) -> None:
        """Closes with a code. Raises ApiFailure if the socket is not there, or the code is none."""
        socket = self._open.get(task_id)
        if socket is None:
            raise ApiFailure("WebSocket is not connected")
        if not 0 <= code <= LAST_CODE:
            raise ApiFailure(f"invalid code {code}")
        socket.close(QWebSocketProtocol.CloseCode(code), reason)

    def drop_all(self) -> None:
        """Ends every socket without a word."""
        for socket in self._open.values():
            socket.blockSignals(True)
            socket.abort()
            socket.deleteLater()
        self._open.clear()
        self._connected.clear()

    def _expired(self, task_id: int, socket: QWebSocket, listener: SocketListener) -> None:
        if task_id in self._connected or self._open.get(task_id) is not socket:
            return
        del self._open[task_id]
        socket.blockSignals(True)
        socket.abort()
        socket.deleteLater()
        self._traffic.socket_failed(task_id, "timeout")
        listener.failed("timeout")
        listener.closed(ABNORMAL_CLOSE, "")

    def _opened(self, task_id: int, listener: SocketListener) -> None:
        self._connected.add(task_id)
        socket = self._open[task_id]
        self._traffic.socket_opened(task_id, f"{socket.peerAddress().toString()}:{socket.peerPort()}")
        listener.opened([])

    def _received(self, task_id: int, data: str | bytes, listener: SocketListener) -> None:
        self._traffic.frame(task_id, data, is_sent=False)
        listener.message(data)

    def _failed(self, task_id: int, listener: SocketListener) -> None:
        if task_id in self._connected:
            listener.failed(self._open[task_id].errorString())

    def _closed(self, task_id: int, listener: SocketListener) -> None:
        # Qt reports the end before the error if the handshake has failed.
        socket = self._open.pop(task_id, None)
        if socket is None:
            return
        if task_id in self._connected:
            self._connected.discard(task_id)
            self._traffic.socket_closed(task_id, socket.closeCode().value, socket.closeReason())
            listener.closed(socket.closeCode().value, socket.closeReason())
        else:
            self._traffic.socket_failed(task_id, socket.errorString())
            listener.failed(socket.errorString())
            listener.closed(ABNORMAL_CLOSE, "")
        socket.deleteLater()
