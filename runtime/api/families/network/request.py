"""wx.request and its task."""

from __future__ import annotations

from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.families.network.bodies import body_value, with_data
from runtime.api.families.network.exchange import (
    Exchange,
    abort,
    cookies_of,
    header_lines,
    http_url,
    joined,
    timeout_of,
)
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.http_values import HttpRequest, HttpResponse
from runtime.api.ports.network import NETWORK

METHODS = ("OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT")


def request(call: Call, ports: HostPorts) -> None:
    """request."""
    method = (call.text("method") or "GET").upper()
    if method not in METHODS:
        raise ApiFailure(f"parameter error: parameter.method should be one of {', '.join(METHODS)}")
    headers = header_lines(call)
    url, body = with_data(http_url(call.text("url")), method, headers, call.args.get("data"))
    ports[NETWORK].send(
        call.request.call_id,
        HttpRequest(
            url,
            method,
            headers,
            body,
            timeout_ms=timeout_of(call, ports),
            follow_redirects=call.text("redirect", "follow") != "manual",
            chunked=call.flag("enableChunked"),
        ),
        Exchange(call, lambda response: request_result(call, response)),
    )


def request_result(call: Call, response: HttpResponse) -> dict[str, Any]:
    """The result of request."""
    return {
        "data": body_value(response.body, call),
        "statusCode": response.status,
        "header": joined(response.headers),
        "cookies": cookies_of(response.headers),
        "profile": dict(response.profile),
    }


HANDLERS: tuple[Handler, ...] = (
    in_host("request", request),
    in_host("RequestTask.abort", abort),
    *in_js(
        "RequestTask.onHeadersReceived",
        "RequestTask.offHeadersReceived",
        "RequestTask.onChunkReceived",
        "RequestTask.offChunkReceived",
    ),
)
