"""HAR 1.2 of exchanges, however strange they are."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any

from ide.models.network.har import har_pieces
from simulator.traffic.exchange import Body, Exchange, Frame, Hop, Timing

BODIES = {0: '{"a": "名"}'.encode(), 1: b"\x89PNG\x00", 2: b"a=1&b=%20"}
PLAIN = Exchange(
    1, "request", "https://a.example/b?c=1&c=&d=%E5", 1_700_000_000_123.5, "POST", "ok",
    request_headers=(("Content-Type", "application/x-www-form-urlencoded"), ("Cookie", "s=1; t=2")),
    request_body=Body(9, 9, 2), status=200, protocol="h2", headers=(("Set-Cookie", "s=3; Path=/"),),
    body=Body(12, 12, 0),
    media_type="application/json", wire_bytes=300, remote="1.2.3.4:443", timing=Timing(1, 2, 3, 4, 5, 6),
    hops=(Hop("POST", "https://a.example/a", 302, ()),), duration_ms=21.0,
)  # fmt: skip
STRANGE = Exchange(
    2, "image", "http://[half \ud83d", 0, state="failed", status=799, error="net \udc00",
    headers=(("A\ud83d\ude00", "\ud83d"), ("Set-Cookie", "]=["),), body=Body(100, 5, 1),
)  # fmt: skip
SOCKET = Exchange(3, "socket", "wss://a.example", 0, status=101, frames=2)
FRAMES = (Frame(True, 5.0, True, Body(9, 9, 2)), Frame(False, 6.0, False, Body(5, 5, 1)))


def har(*exchanges: Exchange) -> dict[str, Any]:
    def frames(number: int) -> Sequence[Frame]:
        return FRAMES if number == 3 else ()

    text = "".join(har_pieces(exchanges, lambda body: BODIES.get(body.place), frames))
    text.encode("utf-8")
    found: dict[str, Any] = json.loads(text)["log"]
    return found


def test_a_request_in_full() -> None:
    (entry,) = har(PLAIN)["entries"]
    request, response = entry["request"], entry["response"]
    assert entry["startedDateTime"] == "2023-11-14T22:13:20.123+00:00"
    assert request["queryString"][:2] == [{"name": "c", "value": "1"}, {"name": "c", "value": ""}]
    assert request["cookies"] == [{"name": "s", "value": "1"}, {"name": "t", "value": "2"}]
    assert request["postData"]["params"] == [{"name": "a", "value": "1"}, {"name": "b", "value": " "}]
    assert (response["statusText"], response["content"]["text"]) == ("OK", '{"a": "名"}')
    assert response["cookies"] == [{"name": "s", "value": "3"}]
    assert entry["timings"] == {"blocked": 1, "dns": 2, "connect": 7, "ssl": 4, "send": 0, "wait": 5, "receive": 6}
    assert (entry["serverIPAddress"], entry["connection"]) == ("1.2.3.4", "443")


def test_strange_texts_are_well_formed_and_bytes_are_base64() -> None:
    (entry,) = har(STRANGE)["entries"]
    assert entry["request"]["url"] == "about:invalid#http%3A%2F%2F%5Bhalf%20%EF%BF%BD"
    assert entry["response"]["headers"][0] == {"name": "A😀", "value": "�"}
    content = entry["response"]["content"]
    assert (content["encoding"], base64.b64decode(content["text"])) == ("base64", BODIES[1])
    assert content["comment"] == "the first 5 bytes"


def test_messages_of_a_socket() -> None:
    (entry,) = har(SOCKET)["entries"]
    assert [(one["type"], one["opcode"]) for one in entry["_webSocketMessages"]] == [("send", 1), ("receive", 2)]


def test_every_member_that_the_specification_asks_for_is_there() -> None:
    log = har(PLAIN, STRANGE, SOCKET)
    assert (log["version"], set(log["creator"])) == ("1.2", {"name", "version"})
    for entry in log["entries"]:
        assert set(entry) >= {"startedDateTime", "time", "request", "response", "cache", "timings"}
        assert set(entry["request"]) >= {
            "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize",
        }  # fmt: skip
        assert set(entry["response"]) >= {
            "status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize",
            "bodySize",
        }  # fmt: skip
        assert set(entry["response"]["content"]) >= {"size", "mimeType"}
        assert set(entry["timings"]) >= {"send", "wait", "receive"}


def test_no_exchange_makes_a_file_too() -> None:
    assert har()["entries"] == []


def test_addresses_are_escaped_where_they_have_to_be() -> None:
    for url, written in (
        ("handset://project/图.png", "handset://project/%E5%9B%BE.png"),
        ("https://[::1]:80/a%20b?c=d#e", "https://[::1]:80/a%20b?c=d#e"),
        ("", "about:invalid#"),
        ("not an address", "about:invalid#not%20an%20address"),
    ):
        (entry,) = har(Exchange(1, "request", url, 0))["entries"]
        assert entry["request"]["url"] == written
