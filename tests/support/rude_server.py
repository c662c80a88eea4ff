"""A server on loopback that keeps to no rule: each path is one way of breaking HTTP."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable
from urllib.parse import unquote

PIECE = b"x" * 65536
HEAD = b"HTTP/1.1 200 OK\r\n"
DEEP = 100_000


def _sized(body: bytes, *lines: bytes) -> bytes:
    head = HEAD + b"".join(line + b"\r\n" for line in lines)
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


ANSWERS: dict[str, bytes] = {
    "/half": HEAD + b"Content-Length: 100000\r\n\r\nhalf",
    "/garbage": b"\x00\xff\xfe garbage \r\n\r\n",
    "/nothing": b"",
    "/half-a-head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "/loop": b"HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n",
    "/large": HEAD + b"Content-Length: 99999999999999\r\n\r\nsmall",
    "/negative": HEAD + b"Content-Length: -5\r\n\r\nok",
    "/bomb": _sized(gzip.compress(b"\0" * 400_000_000), b"Content-Encoding: gzip"),
    "/no-gzip": _sized(b"this is not gzip", b"Content-Encoding: gzip"),
    "/headers": HEAD + b"Set-Cookie: \xff\xfe\r\n: no name\r\nBad Header: x\r\nX\r\nContent-Length: 2\r\n\r\nok",
    "/deep": _sized(b"[" * DEEP + b"]" * DEEP),
    "/status": b"HTTP/1.1 999 Weird\r\nContent-Length: 2\r\n\r\nok",
    "/ok": _sized(b"ok"),
}  # fmt: skip


class RudeServer:
    """Serves until `close`. `/to/<url>` redirects there, `/endless` never stops; `sent` counts what it took."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self.sent = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}{path}"

    def close(self) -> None:
        """Ends all connections."""
        for one in (self._listening, *self._open):
            one.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            head = connection.recv(65536)
            self._answer(head.split(b" ")[1].decode("latin-1"), connection.sendall)
        except (OSError, IndexError):
            return
        finally:
            connection.close()

    def _answer(self, path: str, send: Callable[[bytes], None]) -> None:
        if path.startswith("/to/"):
            target = unquote(path.removeprefix("/to/")).encode()
            return send(b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\nContent-Length: 0\r\n\r\n")
        if path.startswith("/endless"):
            send(HEAD + b"Content-Type: text/plain\r\n\r\n")
            while True:
                send(PIECE)
                self.sent += len(PIECE)
        send(ANSWERS[path])
