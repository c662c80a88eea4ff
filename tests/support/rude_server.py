"""A server on loopback that keeps to no rule: each path is one way of breaking HTTP."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable
from functools import cache
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
    "/no-gzip": _sized(b"this is not gzip", b"Content-Encoding: gzip"),
    "/headers": HEAD + b"Set-Cookie: \xff\xfe\r\n: no name\r\nBad Header: x\r\nContent-Length: 2\r\n\r\nok",
    "/no-colon": HEAD + b"X\r\nContent-Length: 2\r\n\r\nok",
    "/deep": _sized(b"[" * DEEP + b"]" * DEEP),
    "/status": b"HTTP/1.1 999 Weird\r\nContent-Length: 2\r\n\r\nok",
    "/ok": _sized(b"ok"),
}  # fmt: skip

CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BROKEN_CHUNKS: dict[str, bytes] = {
    "/no-chunk": b"",
    "/half-a-length": b"1",
    "/length-alone": b"5\r\n",
    "/half-a-chunk": b"64\r\nhalf",
    "/chunk-without-its-end": b"5\r\nhello",
    "/chunk-with-half-an-end": b"5\r\nhello\r",
    "/no-last-chunk": b"5\r\nhello\r\n",
    "/two-chunks-and-no-last": b"5\r\nhello\r\n6\r\n world\r\n",
    "/half-a-last-chunk": b"5\r\nhello\r\n0",
    "/last-chunk-without-empty-line": b"5\r\nhello\r\n0\r\n",
    "/length-that-is-no-number": b"zz\r\nhello\r\n0\r\n\r\n",
    "/negative-length": b"-5\r\nhello\r\n0\r\n\r\n",
    "/empty-length": b"\r\nhello\r\n0\r\n\r\n",
    "/length-beyond-numbers": b"ffffffffffffffffff\r\nhello\r\n0\r\n\r\n",
    "/chunk-longer-than-its-length": b"3\r\nhello\r\n0\r\n\r\n",
    "/second-length-is-no-number": b"5\r\nhello\r\nxyz\r\nhello\r\n0\r\n\r\n",
}
ANSWERS |= {path: CHUNKED + body for path, body in BROKEN_CHUNKS.items()}
ANSWERS["/chunks"] = CHUNKED + b"5;extension=1\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n"
ANSWERS["/unknown-encoding"] = _sized(b"ok", b"Content-Encoding: utf-8")


@cache
def _bomb() -> bytes:
    """Half a gigabyte in few bytes; made when somebody asks for it."""
    return _sized(gzip.compress(b"\0" * 400_000_000), b"Content-Encoding: gzip")


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
        send(_bomb() if path == "/bomb" else ANSWERS[path])
