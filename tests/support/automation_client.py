"""A raw client of the automation protocol: frames over a real socket, in the loop of the test."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtNetwork import QAbstractSocket, QNetworkRequest
from PySide6.QtWebSockets import QWebSocket

from tests.support.waiting import wait_until


class AutomationClient:
    """`said` is all that has come; `ask` sends a request and waits for its result."""

    def __init__(self, port: int, host: str = "127.0.0.1", headers: dict[str, str] | None = None) -> None:
        self.said: list[dict[str, Any]] = []
        self._last = 0
        # One that nobody holds any more must not go in the middle of what it tells.
        self.socket = QWebSocket(parent=QCoreApplication.instance())
        self.is_refused = False
        self.socket.textMessageReceived.connect(lambda text: self.said.append(json.loads(text)))
        self.socket.errorOccurred.connect(self._failed)
        request = QNetworkRequest(QUrl(f"ws://{host}:{port}"))
        for name, value in (headers or {}).items():
            request.setRawHeader(name.encode(), value.encode())
        self.socket.open(request)
        wait_until(lambda: self.is_open or self.is_refused, "the connection")

    @property
    def is_open(self) -> bool:
        return self.socket.state() == QAbstractSocket.SocketState.ConnectedState

    def send(self, method: str, /, **params: Any) -> str:
        """The request's id."""
        self._last += 1
        number = f"request-{self._last}"
        self.socket.sendTextMessage(json.dumps({"id": number, "method": method, "params": params}))
        return number

    def reply(self, number: str) -> dict[str, Any]:
        """The whole reply to a request."""
        wait_until(lambda: self._found(number), f"the reply to {number}", instead=lambda: self.said)
        found = self._found(number)
        assert found is not None
        return found

    def ask(self, method: str, /, **params: Any) -> dict[str, Any]:
        """The result; an error fails the test."""
        reply = self.reply(self.send(method, **params))
        assert "error" not in reply, reply
        result: dict[str, Any] = reply["result"]
        return result

    def refused(self, method: str, /, **params: Any) -> str:
        """The message of the error."""
        reply = self.reply(self.send(method, **params))
        assert "result" not in reply, reply
        return str(reply["error"]["message"])

    def events(self, method: str) -> list[Any]:
        """The parameters of those that have come."""
        return [one["params"] for one in self.said if one.get("method") == method]

    def page(self) -> dict[str, Any]:
        """The visible one, as `{"pageId": …}` for further requests."""
        return {"pageId": self.ask("App.getCurrentPage")["pageId"]}

    def element(self, selector: str) -> dict[str, Any]:
        """The first of the visible page, as the parameters that mean it."""
        page = self.page()
        told = self.ask("Page.getElement", selector=selector, **page)
        return {**page, "elementId": told["elementId"], **{name: told[name] for name in ("nodeId",) if name in told}}

    def close(self) -> None:
        self.socket.abort()
        self.socket.deleteLater()

    def _failed(self, _error: object) -> None:
        self.is_refused = not self.is_open

    def _found(self, number: str) -> dict[str, Any] | None:
        return next((one for one in self.said if one.get("id") == number), None)
