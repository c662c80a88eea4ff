"""Messages in and out of a stream, framed by `Content-Length` as the Language Server Protocol has it.

Broken frames, texts that are no JSON and messages of a wrong shape are answered with the protocol's errors and end
nothing. A browser that talks to the port is shut out: it opens with a line of HTTP, which no client of the protocol
sends.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcParseError

MAX_BYTES = 64_000_000
"""Longer messages are read over and refused."""

MAX_LINE = 1 << 16
"""Of a header."""

_CHUNK = 1 << 16
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,12})\s*", re.IGNORECASE)
_HTTP = re.compile(rb"[A-Z]+ \S+ HTTP/\d|(?:host|origin):", re.IGNORECASE)

Take = Callable[[dict[str, Any]], None]
Send = Callable[[bytes], None]


class Reader(Protocol):
    """A stream of bytes."""

    def readline(self) -> Awaitable[bytes]:
        """Up to the end of a line; empty at the end of the stream."""
        ...

    def read(self, size: int) -> Awaitable[bytes]:
        """At most so many bytes; empty at the end of the stream."""
        ...


class Forbidden(Exception):
    """The other side is no client of this protocol."""


class TooLong(Exception):
    """A message that nobody keeps in memory."""


async def read_messages(reader: Reader, take: Take, send: Send) -> None:
    """Gives each message to `take` until the stream ends. What `take` raises goes back as an error of the protocol."""
    while True:
        try:
            body = await _read_frame(reader)
        except TooLong:
            send(error_message(None, JsonRpcParseError("the message is too long")))
            continue
        except (Forbidden, ConnectionError, asyncio.IncompleteReadError, ValueError):
            return
        if body is None:
            return
        hand_over(body, take, send)


def frame(body: bytes) -> bytes:
    """A message as it goes over the stream."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def error_message(message_id: object, error: JsonRpcException) -> bytes:
    """The answer to a message that could not be taken."""
    told = {"jsonrpc": "2.0", "id": message_id, "error": {"code": error.code, "message": str(error)}}
    return json.dumps(told).encode()


def hand_over(body: bytes, take: Take, send: Send) -> None:
    """Gives one message to `take`; what is wrong with it is answered through `send`."""
    try:
        message = json.loads(body)
        if not isinstance(message, dict):
            raise ValueError("not an object")
    except (ValueError, RecursionError) as error:
        send(error_message(None, JsonRpcParseError(str(error))))
        return
    try:
        take(message)
    except Exception as error:
        # The edge of the process: whatever a client sends, the next message is heard.
        known = error if isinstance(error, JsonRpcException) else JsonRpcInvalidParams(str(error))
        message_id = message.get("id")
        if "method" in message and isinstance(message_id, int | str):
            send(error_message(message_id, known))


async def _read_frame(reader: Reader) -> bytes | None:
    """The body of the next message; None at the end of the stream. Lines that say nothing are passed over."""
    length: int | None = None
    while True:
        line = await reader.readline()
        if not line:
            return None
        if _HTTP.match(line):
            raise Forbidden
        match = _LENGTH.fullmatch(line)
        if match is not None:
            length = int(match[1])
        elif length is not None and not line.strip():
            return await _read_body(reader, length)


async def _read_body(reader: Reader, length: int) -> bytes | None:
    pieces: list[bytes] = []
    left = length
    while left > 0:
        piece = await reader.read(min(left, _CHUNK))
        if not piece:
            return None
        left -= len(piece)
        if length <= MAX_BYTES:
            pieces.append(piece)
    if length > MAX_BYTES:
        raise TooLong
    return b"".join(pieces)
