"""HTTP and WebSocket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from runtime.api.call import SYSTEM_ERRNO, ApiFailure
from runtime.api.port import Port
from runtime.api.ports.http_values import HttpListener, HttpRequest, HttpResponse, SocketListener


class NetworkPort(Protocol):
    """HTTP and WebSocket. `task_id` is the call that started the task."""

    def limit_ms(self, api: str) -> int:
        """The program's own time limit for an API (app.json, networkTimeout); 0 if it has none."""

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        """Starts an exchange; at most 10 run at once, others wait in a queue."""

    def abort(self, task_id: int) -> None:
        """Ends an exchange with `fail abort`; nothing happens if it has ended."""

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        """Opens a WebSocket within a time. Raises ApiFailure if 5 are open."""

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        """Sends on an open WebSocket. Raises ApiFailure if it is not open."""

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        """Closes a WebSocket. Raises ApiFailure if it is not open."""

    def drop_all(self) -> None:
        """The program has ended: every exchange and socket ends without a word."""


class FakeNetwork:
    """Keeps what is sent; a test answers through the listener."""

    def __init__(self) -> None:
        self.limits: dict[str, int] = {}
        self.sent: dict[int, tuple[HttpRequest, HttpListener]] = {}
        self.aborted: list[int] = []
        self.sockets: dict[int, tuple[str, SocketListener]] = {}
        self.socket_limits_ms: dict[int, int] = {}
        self.socket_traffic: list[tuple[Any, ...]] = []

    def limit_ms(self, api: str) -> int:
        return self.limits.get(api, 0)

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        self.sent[task_id] = (request, listener)

    def answer(self, task_id: int, response: HttpResponse) -> None:
        """The end of an exchange, its body where the request wants it."""
        request, listener = self.sent[task_id]
        if request.into is None:
            return listener.done(response)
        try:
            request.into.write_bytes(response.body)
        except OSError as error:
            return listener.done(ApiFailure(f"system error {error.strerror}", SYSTEM_ERRNO, environment=True))
        return listener.done(replace(response, body=b""))

    def abort(self, task_id: int) -> None:
        self.aborted.append(task_id)

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        self.sockets[task_id] = (url, listener)
        self.socket_limits_ms[task_id] = timeout_ms

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        if task_id not in self.sockets:
            raise ApiFailure("WebSocket is not connected")
        self.socket_traffic.append(("send", task_id, data))

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        self.socket_traffic.append(("close", task_id, code, reason))

    def drop_all(self) -> None:
        self.sent.clear()
        self.sockets.clear()


NETWORK: Port[NetworkPort] = Port("network", FakeNetwork)
