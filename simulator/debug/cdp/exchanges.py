"""Exchanges of the traffic log in the words of the protocol's Network domain. Says nothing of when they are told."""

from __future__ import annotations

import base64
from typing import Any

from simulator.traffic.body_ring import BodyRing
from simulator.traffic.exchange import Body, Exchange, Headers

TYPES = {"image": "Image", "font": "Font", "media": "Media", "request": "XHR", "socket": "WebSocket"}
_TEXT_TYPES = ("text/", "application/json", "application/javascript", "application/xml")


def resource_type(exchange: Exchange) -> str:
    """What kind of resource it is."""
    return TYPES.get(exchange.kind, "Other")


def request_of(exchange: Exchange, bodies: BodyRing) -> dict[str, Any]:
    """The protocol's Request."""
    posted: dict[str, Any] = {}
    if exchange.request_body is not None:
        posted["hasPostData"] = True
        if (data := bodies.read(exchange.request_body)) is not None and exchange.kind == "request":
            posted["postData"] = data.decode("utf-8", "replace")
    return {
        "url": exchange.url,
        "method": exchange.method,
        "headers": headers_of(exchange.request_headers),
        "initialPriority": "High",
        "referrerPolicy": "no-referrer",
        **posted,
    }


def response_of(exchange: Exchange) -> dict[str, Any]:
    """The protocol's Response."""
    host, _, port = exchange.remote.rpartition(":")
    remote = {"remoteIPAddress": host, "remotePort": int(port)} if host and port.isdecimal() else {}
    return {
        "url": exchange.url,
        "status": exchange.status or 200,
        "statusText": "",
        "headers": headers_of(exchange.headers),
        "mimeType": exchange.media_type.partition(";")[0].strip(),
        "charset": "",
        "connectionReused": exchange.timing.connect_ms == 0,
        "connectionId": exchange.number,
        "encodedDataLength": exchange.wire_bytes,
        "securityState": "secure" if exchange.url.startswith(("https:", "wss:")) else "insecure",
        "protocol": exchange.protocol,
        "timing": _timing(exchange),
        **remote,
    }


def body_of(body: Body, media_type: str, bodies: BodyRing) -> dict[str, Any] | None:
    """The answer to getResponseBody: text as text, all else in base64; None if it is kept no more."""
    data = bodies.read(body)
    if data is None:
        return None
    if media_type.startswith(_TEXT_TYPES) or not media_type:
        try:
            return {"body": data.decode(), "base64Encoded": False}
        except UnicodeDecodeError:
            pass
    return {"body": base64.b64encode(data).decode(), "base64Encoded": True}


def frame_of(body: Body, bodies: BodyRing, *, is_text: bool) -> dict[str, Any]:
    """The protocol's WebSocketFrame."""
    data = bodies.read(body) or b""
    text = data.decode("utf-8", "replace") if is_text else base64.b64encode(data).decode()
    return {"opcode": 1 if is_text else 2, "mask": False, "payloadData": text}


def headers_of(headers: Headers) -> dict[str, str]:
    """As an object: of a header that comes several times, the values one a line, as the protocol has it."""
    out: dict[str, str] = {}
    for name, value in headers:
        out[name] = f"{out[name]}\n{value}" if name in out else value
    return out


def _timing(exchange: Exchange) -> dict[str, float]:
    """The protocol's ResourceTiming: each phase from the beginning of the request, in milliseconds; -1: none."""
    timing = exchange.timing
    at = timing.queued_ms
    out = {"requestTime": exchange.time_ms / 1000, "proxyStart": -1.0, "proxyEnd": -1.0}
    for name, lasts_ms in (("dns", timing.dns_ms), ("connect", timing.connect_ms + timing.tls_ms)):
        out[f"{name}Start"], out[f"{name}End"] = (at, at + lasts_ms) if lasts_ms else (-1.0, -1.0)
        at += lasts_ms
    has_tls = timing.tls_ms > 0
    out["sslStart"], out["sslEnd"] = (at - timing.tls_ms, at) if has_tls else (-1.0, -1.0)
    out.update(workerStart=-1.0, workerReady=-1.0, workerFetchStart=-1.0, workerRespondWithSettled=-1.0)
    out.update(sendStart=at, sendEnd=at, pushStart=0.0, pushEnd=0.0)
    out.update(receiveHeadersStart=at + timing.wait_ms, receiveHeadersEnd=at + timing.wait_ms)
    return out
