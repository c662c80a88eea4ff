"""Exchanges as a HAR 1.2 file (HTTP Archive), piece by piece: a panel writes one at a time and stays alive.

Source: the specification of HAR 1.2. Members that begin with `_` are what Chromium's developer tools add: messages of
a socket, why an exchange failed. Text that is half of a pair is replaced, bytes that are no text are base64.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from ide.models.network.addresses import query_of
from simulator.traffic.exchange import Body, Exchange, Frame, Headers
from simulator.versions import handset_version

ReadBody = Callable[[Body], bytes | None]
ReadFrames = Callable[[int], Sequence[Frame]]
_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*[]-._"
FORM_TYPE = "application/x-www-form-urlencoded"


def har_pieces(exchanges: Sequence[Exchange], body: ReadBody, frames: ReadFrames) -> Iterator[str]:
    """The text of the file; each piece but the first and the last is an exchange."""
    creator = json.dumps({"name": "Handset", "version": handset_version()})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "pages": [], "entries": ['
    for number, exchange in enumerate(exchanges):
        yield (",\n" if number else "\n") + json.dumps(_entry(exchange, body, frames))
    yield "\n]}}\n"


def _entry(exchange: Exchange, body: ReadBody, frames: ReadFrames) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "startedDateTime": _moment(exchange.time_ms),
        "time": exchange.duration_ms or 0,
        "request": _request(exchange, body),
        "response": _response(exchange, body),
        "cache": {},
        "timings": _timings(exchange),
        "_resourceType": exchange.kind,
    }
    if exchange.remote:
        address, _, port = exchange.remote.rpartition(":")
        entry |= {"serverIPAddress": address, "connection": port}
    if exchange.error:
        entry["_error"] = _clean(exchange.error)
    if exchange.kind == "socket":
        entry["_webSocketMessages"] = [_message(frame, body) for frame in frames(exchange.number)]
    return entry


def _request(exchange: Exchange, body: ReadBody) -> dict[str, Any]:
    made: dict[str, Any] = {
        "method": _clean(exchange.method),
        "url": _uri(exchange.url),
        "httpVersion": exchange.protocol or "http/1.1",
        "cookies": _cookies(exchange.request_headers, "cookie"),
        "headers": _pairs(exchange.request_headers),
        "queryString": _pairs(query_of(exchange.url)),
        "headersSize": -1,
        "bodySize": exchange.request_body.size_bytes if exchange.request_body is not None else 0,
    }
    if exchange.request_body is not None or exchange.fields:
        made["postData"] = _post_data(exchange, body)
    return made


def _post_data(exchange: Exchange, body: ReadBody) -> dict[str, Any]:
    written = next((value for name, value in exchange.request_headers if name.lower() == "content-type"), "")
    if exchange.kind == "upload":
        file = {"name": _clean(exchange.field_name), "fileName": _clean(exchange.file_name)}
        return {"mimeType": "multipart/form-data", "params": [*_pairs(exchange.fields), file]}
    content = b"" if exchange.request_body is None else body(exchange.request_body) or b""
    text, encoding = _text(content)
    made: dict[str, Any] = {"mimeType": _clean(written), "text": text, **encoding}
    if written.startswith(FORM_TYPE) and not encoding:
        made["params"] = _pairs(tuple(parse_qsl(text, keep_blank_values=True)))
    return made


def _response(exchange: Exchange, body: ReadBody) -> dict[str, Any]:
    content: dict[str, Any] = {
        "size": exchange.body.size_bytes if exchange.body is not None else 0,
        "mimeType": _clean(exchange.media_type) or "x-unknown",
    }
    found = body(exchange.body) if exchange.body is not None else None
    if found is not None and exchange.body is not None:
        text, encoding = _text(found)
        content |= {"text": text, **encoding}
        if not exchange.body.is_whole:
            content["comment"] = f"the first {exchange.body.kept_bytes} bytes"
    return {
        "status": exchange.status,
        "statusText": _phrase(exchange.status),
        "httpVersion": exchange.protocol or "http/1.1",
        "cookies": _cookies(exchange.headers, "set-cookie"),
        "headers": _pairs(exchange.headers),
        "content": content,
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
        "_transferSize": exchange.wire_bytes,
    }


def _timings(exchange: Exchange) -> dict[str, float]:
    """A phase that there was not is -1; `connect` has `ssl` in it."""
    timing = exchange.timing
    connect = timing.connect_ms + timing.tls_ms
    return {
        "blocked": timing.queued_ms, "dns": timing.dns_ms or -1, "connect": connect or -1, "ssl": timing.tls_ms or -1,
        "send": 0, "wait": timing.wait_ms, "receive": timing.receive_ms,
    }  # fmt: skip


def _message(frame: Frame, body: ReadBody) -> dict[str, Any]:
    content = body(frame.body) or b""
    text = content.decode("utf-8", "replace") if frame.is_text else base64.b64encode(content).decode("ascii")
    return {
        "type": "send" if frame.is_sent else "receive", "time": frame.time_ms / 1000,
        "opcode": 1 if frame.is_text else 2, "data": _clean(text),
    }  # fmt: skip


def _cookies(headers: Headers, name: str) -> list[dict[str, Any]]:
    found = []
    for written, value in headers:
        if written.lower() != name:
            continue
        try:
            jar = SimpleCookie(_clean(value))
        except CookieError:
            continue
        found += [{"name": morsel.key, "value": morsel.value} for morsel in jar.values()]
    return found


def _pairs(pairs: Headers) -> list[dict[str, str]]:
    return [{"name": _clean(name), "value": _clean(value)} for name, value in pairs]


def _uri(url: str) -> str:
    """The address, escaped where it has to be; what is none is the fragment of one that leads nowhere."""
    text = _clean(url)
    try:
        parts = urlsplit(text)
        is_address = bool(parts.scheme and parts.hostname) and parts.netloc.isascii()
    except ValueError:
        is_address = False
    return quote(text, _OF_ADDRESSES) if is_address else f"about:invalid#{quote(text, '')}"


def _text(content: bytes) -> tuple[str, dict[str, str]]:
    try:
        return content.decode("utf-8"), {}
    except UnicodeDecodeError:
        return base64.b64encode(content).decode("ascii"), {"encoding": "base64"}


def _clean(text: str) -> str:
    """Halves of pairs that belong together are put together; others are replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _moment(time_ms: float) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).isoformat(timespec="milliseconds")
