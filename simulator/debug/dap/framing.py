"""Messages in and out of a stream of bytes, framed by `Content-Length`, as the Debug Adapter Protocol has it.

Knows no streams: bytes go in as they come. A browser that talks to the port is shut out: it opens with a line of HTTP,
which no client of the protocol sends.
"""

from __future__ import annotations

import re

MAX_BYTES = 16 * 1024 * 1024
MAX_HEAD_BYTES = 4096
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,12})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_HTTP = re.compile(rb"^(?:[A-Z]+ \S+ HTTP/\d|(?:host|origin):)", re.IGNORECASE | re.MULTILINE)


class NoClient(Exception):
    """The other side does not speak the protocol; the text says what it did."""


class Framing:
    """One stream."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._length: int | None = None

    def receive(self, data: bytes) -> list[bytes]:
        """Takes what has arrived; returns the bodies that are complete. Raises NoClient: then the stream is over."""
        self._waiting += data
        bodies: list[bytes] = []
        while self._has_head() and self._length is not None and len(self._waiting) >= self._length:
            bodies.append(bytes(self._waiting[: self._length]))
            del self._waiting[: self._length]
            self._length = None
        return bodies

    def _has_head(self) -> bool:
        """Whether the length of the next body is known."""
        if self._length is not None:
            return True
        # Blank lines between messages say nothing.
        while self._waiting[:2] == b"\r\n":
            del self._waiting[:2]
        head, found, _ = bytes(self._waiting[: MAX_HEAD_BYTES + 4]).partition(b"\r\n\r\n")
        if _HTTP.search(head):
            raise NoClient("a browser is no client of a debugger")
        if not found:
            if len(self._waiting) > MAX_HEAD_BYTES:
                raise NoClient("a head without end")
            return False
        length = _LENGTH.search(head.replace(b"\r\n", b"\n"))
        if length is None or int(length[1]) > MAX_BYTES:
            raise NoClient("a head without a length" if length is None else "a message that is too long")
        del self._waiting[: len(head) + 4]
        self._length = int(length[1])
        return True


def frame(body: bytes) -> bytes:
    """A message as it goes over the stream."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
