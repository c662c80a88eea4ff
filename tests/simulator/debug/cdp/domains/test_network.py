"""Network: exchanges and sockets of the traffic log as a client is told of them."""

from __future__ import annotations

import base64

from runtime.api.call import Request
from runtime.api.ports.http_values import HttpRequest
from runtime.protocol.stacks import StackFrame
from simulator.traffic.log import Loaded, Wire
from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts

URL = "https://shop.example/items"


def call(parts: DebuggeeParts, name: str = "request", number: int = 1) -> None:
    """The program makes a call."""
    stack = (StackFrame("onTap", "pages/p/p.js", 3, 1),)
    parts.traffic.called(Request(name, {"url": URL, "method": "POST"}, number, stack=stack))


def methods(client: CdpClient) -> list[str]:
    return [one["method"].removeprefix("Network.") for one in client.said if "method" in one]


def test_an_exchange_from_begin_to_end(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    call(parts)
    parts.traffic.sent(1, HttpRequest(URL, "POST", (), b'{"a":1}'), (("Accept", "*/*"),))
    headers = (("Content-Type", "application/json; charset=utf-8"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    parts.traffic.head(1, 201, headers)
    parts.traffic.ended(1, Wire(protocol="h2", remote="10.0.0.1:443", wire_bytes=321), b'{"ok":true}')
    parts.traffic.answered(1, "")
    assert methods(client) == ["requestWillBeSent", "responseReceived", "dataReceived", "loadingFinished"]
    (begun,) = client.events("Network.requestWillBeSent")
    assert begun["request"]["postData"] == '{"a":1}'
    assert begun["request"]["headers"] == {"Accept": "*/*"}
    assert begun["initiator"]["stack"]["callFrames"][0]["lineNumber"] == 2
    (answer,) = client.events("Network.responseReceived")
    response = answer["response"]
    assert (response["status"], response["mimeType"], response["protocol"]) == (201, "application/json", "h2")
    assert response["headers"]["Set-Cookie"] == "a=1\nb=2"
    assert (response["remoteIPAddress"], response["remotePort"]) == ("10.0.0.1", 443)
    body = client.ask("Network.getResponseBody", requestId=begun["requestId"])
    assert body == {"body": '{"ok":true}', "base64Encoded": False}
    assert client.ask("Network.getRequestPostData", requestId=begun["requestId"]) == {"postData": '{"a":1}'}


def test_a_failure(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    call(parts)
    parts.traffic.answered(1, "request:fail abort")
    assert methods(client) == ["requestWillBeSent", "loadingFailed"]
    (failed,) = client.events("Network.loadingFailed")
    assert (failed["errorText"], failed["canceled"]) == ("request:fail abort", True)


def test_bytes_are_told_in_base64(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    picture = b"\x89PNG\xff"
    parts.traffic.loaded(Loaded("image", URL, 1.0, 2.0, 200, "image/png", len(picture), picture))
    (begun,) = client.events("Network.requestWillBeSent")
    assert begun["type"] == "Image"
    body = client.ask("Network.getResponseBody", requestId=begun["requestId"])
    assert base64.b64decode(body["body"]) == picture


def test_a_body_that_is_kept_no_more(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    parts.traffic.loaded(Loaded("image", URL, 1.0, 2.0, 200, "image/png", 10_000_000))
    (begun,) = client.events("Network.requestWillBeSent")
    assert "kept" in client.refused("Network.getResponseBody", requestId=begun["requestId"])["message"]
    for nothing in ("", "x", "99", "-1"):
        assert client.refused("Network.getResponseBody", requestId=nothing)["code"] == -32000


def test_a_socket_with_its_frames(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    call(parts, "connectSocket")
    parts.traffic.socket_opening(1, "wss://shop.example/live", ())
    parts.traffic.socket_opened(1, "10.0.0.1:443")
    parts.traffic.frame(1, "hello", is_sent=True)
    parts.traffic.frame(1, b"\x01\x02", is_sent=False)
    parts.traffic.socket_closed(1, 1000, "done")
    assert methods(client) == ["webSocketCreated", "webSocketFrameSent", "webSocketFrameReceived", "webSocketClosed"]
    (sent,) = client.events("Network.webSocketFrameSent")
    assert sent["response"] == {"opcode": 1, "mask": False, "payloadData": "hello"}
    (received,) = client.events("Network.webSocketFrameReceived")
    assert received["response"] == {"opcode": 2, "mask": False, "payloadData": "AQI="}


def test_what_began_before_is_told_when_it_changes(client: CdpClient, parts: DebuggeeParts) -> None:
    call(parts)
    client.ask("Network.enable")
    parts.traffic.answered(1, "")
    assert methods(client)[0] == "requestWillBeSent"
    client.ask("Network.disable")
    heard = len(client.said)
    call(parts, number=2)
    parts.traffic.answered(2, "")
    assert len(client.said) == heard


def test_an_exchange_has_one_end(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Network.enable")
    call(parts)
    parts.traffic.answered(1, "")
    assert methods(client).count("loadingFinished") == 1
