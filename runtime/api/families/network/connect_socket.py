"""wx.connectSocket and its task. `success` of connectSocket means that the attempt has begun.

Source: reference, WebSocket.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from runtime.api.call import ApiFailure, Call, as_bytes, from_bytes
from runtime.api.families.network.exchange import header_lines, joined, timeout_of
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.network import NETWORK

NORMAL_CLOSE = 1000


class _Events:
    """Turns what the socket does into the task's events."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def opened(self, headers: Sequence[tuple[str, str]]) -> None:
        self._call.emit("onOpen", {"header": joined(headers), "profile": {}})

    def message(self, data: str | bytes) -> None:
        self._call.emit("onMessage", {"data": data if isinstance(data, str) else from_bytes(data)})

    def failed(self, reason: str) -> None:
        self._call.emit("onError", {"errMsg": reason})

    def closed(self, code: int, reason: str) -> None:
        self._call.emit("onClose", {"code": code, "reason": reason})


def connect_socket(call: Call, ports: HostPorts) -> None:
    """connectSocket."""
    url = call.text("url").strip()
    try:
        parts = urlsplit(url)
        is_socket = parts.scheme in ("ws", "wss") and bool(parts.hostname)
    except ValueError:
        is_socket = False
    if not is_socket:
        raise ApiFailure(f'invalid url "{url}"')
    protocols = [str(name) for name in call.items("protocols")]
    ports[NETWORK].open_socket(
        call.request.call_id, url, header_lines(call), protocols, _Events(call), timeout_of(call, ports)
    )
    call.succeed({"socketTaskId": call.request.call_id})


def send(call: Call, ports: HostPorts) -> None:
    """SocketTask.send: text or a buffer."""
    data = call.args.get("data")
    raw = as_bytes(data)
    if raw is None and not isinstance(data, str):
        raise ApiFailure("parameter error: parameter.data should be String or ArrayBuffer")
    ports[NETWORK].send_socket(call.task_id, data if raw is None else raw)  # type: ignore[arg-type]
    call.succeed()


def close(call: Call, ports: HostPorts) -> None:
    """SocketTask.close."""
    ports[NETWORK].close_socket(call.task_id, int(call.number("code", NORMAL_CLOSE)), call.text("reason"))
    call.succeed()


HANDLERS: tuple[Handler, ...] = (
    in_host("connectSocket", connect_socket),
    in_host("SocketTask.send", send),
    in_host("SocketTask.close", close),
    *in_js("SocketTask.onOpen", "SocketTask.onMessage", "SocketTask.onError", "SocketTask.onClose"),
)
