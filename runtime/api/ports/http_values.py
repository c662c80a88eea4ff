"""What crosses the network port: one HTTP exchange, one WebSocket. No I/O here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from runtime.api.call import ApiFailure

MAX_ANSWER_BYTES = 32 * 1024 * 1024
"""Assumed: what a program can take into its memory at once. Downloads go to files and have the platform's limit."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A multipart/form-data body: one file and text fields."""

    name: str
    file_name: str
    content: bytes
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """One HTTP exchange. At most one of `body` and `upload` is given; `chunked` asks for parts of the answer early.

    An answer of more than `limit_bytes` is a failure. `into`: a file that the body goes to instead of memory; after a
    failure what is there of it is of no use.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    upload: Upload | None = None
    timeout_ms: int = 60_000
    follow_redirects: bool = True
    chunked: bool = False
    limit_bytes: int = MAX_ANSWER_BYTES
    into: Path | None = None


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """Status, headers in the order and spelling received, and the body, unless it is in a file. `profile` has what is
    known of a `RequestProfile`, its times in ms since the epoch."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes
    profile: Mapping[str, Any]


class HttpListener(Protocol):
    """Hears of one exchange: headers, chunks and progress any number of times, then `done` once."""

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        """The head of the answer is there."""

    def chunk(self, data: bytes) -> None:
        """A part of the body, only if the request asked for chunks."""

    def progress(self, sent: int, expected: int) -> None:
        """Bytes uploaded or downloaded so far."""

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        """The end."""


class EndListener:
    """Hears only how an exchange ends."""

    def __init__(self, ended: Callable[[HttpResponse | ApiFailure], None]) -> None:
        self._ended = ended

    def headers(self, status: int, headers: Sequence[tuple[str, str]]) -> None:
        """The end has them."""

    def chunk(self, data: bytes) -> None:
        """The end has the body."""

    def progress(self, sent: int, expected: int) -> None:
        """Nobody is told."""

    def done(self, outcome: HttpResponse | ApiFailure) -> None:
        """The end."""
        self._ended(outcome)


class SocketListener(Protocol):
    """Hears of one WebSocket."""

    def opened(self, headers: Sequence[tuple[str, str]]) -> None:
        """The handshake has succeeded."""

    def message(self, data: str | bytes) -> None:
        """A text or binary message."""

    def failed(self, reason: str) -> None:
        """An error; `closed` follows."""

    def closed(self, code: int, reason: str) -> None:
        """The end."""
