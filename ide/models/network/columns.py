"""What the table of exchanges shows in each column, how it sorts by it, and a line of plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import unquote, urlsplit

from ide.models.console.quantities import milliseconds, size
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import own_frames
from simulator.traffic.exchange import Exchange

Column = Literal["name", "status", "method", "type", "initiator", "size", "time", "waterfall"]
COLUMNS: tuple[Column, ...] = ("name", "status", "method", "type", "initiator", "size", "time", "waterfall")

LONGEST_NAME = 300
SERVER_ERROR = 400
_OWN = "handset://"


def name(exchange: Exchange) -> str:
    """The last part of the address, with its query; of the project's own files the path."""
    url = exchange.url[: 4 * LONGEST_NAME]
    if url.startswith(_OWN):
        return _shown(url.removeprefix(_OWN).partition("/")[2])
    try:
        parts = urlsplit(url)
    except ValueError:
        return _shown(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    query = f"?{parts.query}" if parts.query else ""
    return _shown(f"{last}{query}") or parts.netloc or _shown(url) or "—"


def domain(exchange: Exchange) -> str:
    """The host of the address; empty for the project's own files, and for what is no address."""
    try:
        return "" if exchange.url.startswith(_OWN) else urlsplit(exchange.url).hostname or ""
    except ValueError:
        return ""


def status(exchange: Exchange) -> str:
    """The number of the answer; else a word of how far it is: `waiting`, `running`, `failed`, `mocked`, `loaded`,
    `unknown`."""
    if exchange.state == "failed" and not exchange.status:
        return "failed"
    if exchange.status:
        return str(exchange.status)
    if exchange.state in ("waiting", "running"):
        return exchange.state
    if exchange.is_there:
        return "loaded"
    # The program has its answer, and nothing went over the wire.
    return "mocked" if exchange.kind in ("request", "upload", "download") else "unknown"


def media_type(exchange: Exchange) -> str:
    """The type of the answer without its parameters, or what kind of exchange it is."""
    written = exchange.media_type.partition(";")[0].strip().lower()
    return exchange.kind if exchange.kind != "request" or not written else written.removeprefix("application/")


def initiator(exchange: Exchange) -> StackFrame | None:
    """The line of the project that asked for it."""
    frames = own_frames(exchange.stack)
    return frames[0] if frames else None


def initiator_text(exchange: Exchange) -> str:
    """The same as `file:line`."""
    frame = initiator(exchange)
    return "" if frame is None else f"{frame.file.rpartition('/')[2]}:{frame.line}"


def size_bytes(exchange: Exchange) -> int:
    """How large the body is; of a socket, all its messages."""
    if exchange.kind == "socket":
        return exchange.wire_bytes
    return exchange.body.size_bytes if exchange.body is not None else 0


def size_text(exchange: Exchange) -> str:
    """The same for people; nothing while it is not known."""
    known = exchange.body is not None or exchange.kind == "socket"
    return size(size_bytes(exchange)) if known else ""


def time_text(exchange: Exchange) -> str:
    """How long it took."""
    return "" if exchange.duration_ms is None else milliseconds(exchange.duration_ms)


def is_bad(exchange: Exchange) -> bool:
    """Whether it failed, or the server said so."""
    return exchange.state == "failed" or exchange.status >= SERVER_ERROR


SORTS: dict[Column, Callable[[Exchange], object]] = {
    "name": lambda exchange: name(exchange).lower(),
    "status": lambda exchange: (exchange.status, exchange.state),
    "method": lambda exchange: exchange.method,
    "type": media_type,
    "initiator": initiator_text,
    "size": size_bytes,
    "time": lambda exchange: exchange.duration_ms or 0.0,
    "waterfall": lambda exchange: exchange.time_ms,
}


def line(exchange: Exchange) -> str:
    """One exchange as plain text."""
    parts = (status(exchange), exchange.method, exchange.url, media_type(exchange), size_text(exchange), exchange.error)
    return "  ".join(part for part in parts if part)


def _shown(text: str) -> str:
    decoded = unquote(text)[:LONGEST_NAME]
    return "".join(sign if sign.isprintable() else "�" for sign in decoded)
