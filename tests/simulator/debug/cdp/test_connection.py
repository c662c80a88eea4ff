"""Who may come in, and what bytes of any kind lead to. No sockets: the client's side is the library's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.uri import parse_uri

from simulator.debug.cdp.admission import Admission
from simulator.debug.cdp.connection import MAX_MESSAGE_BYTES, Connection

TOKEN = "secret-token"
DOCUMENTS = {"/json/list": lambda: b"[]", "/json": lambda: b"[]"}


def request(path: str, headers: Mapping[str, str] | None = None, **more: str) -> bytes:
    lines = {"Host": "127.0.0.1:9229", **(headers or {}), **more}
    return "\r\n".join(
        [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in lines.items()), "", ""]
    ).encode()


UPGRADE = {
    "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip


def answered(data: bytes, *, is_listed: bool = False) -> int:
    """The status of the answer; 0 if there is none."""
    connection = Connection(Admission(TOKEN, DOCUMENTS if is_listed else {}))
    connection.receive(data)
    first = connection.take_outgoing().partition(b"\r\n")[0]
    return int(first.split()[1]) if first else 0


def test_the_address_with_its_token_opens() -> None:
    assert answered(request(f"/{TOKEN}", UPGRADE)) == HTTPStatus.SWITCHING_PROTOCOLS


@pytest.mark.parametrize("path", ["/", "/wrong", f"/{TOKEN}x", f"/{TOKEN[:-1]}", f"//{TOKEN}", "/%s", "/json/list"])
def test_any_other_path_is_nothing(path: str) -> None:
    assert answered(request(path, UPGRADE)) == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:9229", "127.0.0.1.evil.example", "", "0.0.0.0", "[::2]:1"]
)
def test_a_name_that_somebody_points_here_is_refused(host: str) -> None:
    assert answered(request(f"/{TOKEN}", UPGRADE, Host=host)) == HTTPStatus.FORBIDDEN
    assert answered(request("/json/list", Host=host), is_listed=True) == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9229", "LOCALHOST", "[::1]:9229"])
def test_names_of_loopback(host: str) -> None:
    assert answered(request(f"/{TOKEN}", UPGRADE, Host=host)) == HTTPStatus.SWITCHING_PROTOCOLS


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9229", "devtools://evil"])
def test_web_pages_are_refused(origin: str) -> None:
    assert answered(request(f"/{TOKEN}", UPGRADE, Origin=origin)) == HTTPStatus.FORBIDDEN
    assert answered(request("/json/list", Origin=origin), is_listed=True) == HTTPStatus.FORBIDDEN


def test_the_front_end_of_chrome_may_come() -> None:
    assert answered(request(f"/{TOKEN}", UPGRADE, Origin="devtools://devtools")) == HTTPStatus.SWITCHING_PROTOCOLS


def test_the_list_is_there_only_if_it_may_be_seen() -> None:
    for path in ("/json", "/json/", "/json/list"):
        assert answered(request(path)) == HTTPStatus.NOT_FOUND
        assert answered(request(path), is_listed=True) == HTTPStatus.OK


@pytest.mark.parametrize(
    "data",
    [
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"\r\n\r\n\r\n", b"x" * 100_000,
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 10_000, request(f"/{TOKEN}"),
        request(f"/{TOKEN}", {**UPGRADE, "Sec-WebSocket-Key": "x"}),
    ],
)  # fmt: skip
def test_what_is_no_handshake_opens_nothing(data: bytes) -> None:
    connection = Connection(Admission(TOKEN, {}))
    assert connection.receive(data) == []
    assert not connection.is_open
    assert connection.is_over


@given(st.binary(max_size=2000))
def test_any_bytes(data: bytes) -> None:
    connection = Connection(Admission(TOKEN, {}))
    connection.receive(request(f"/{TOKEN}", UPGRADE))
    connection.receive(data)
    connection.send("{}")
    connection.take_outgoing()


class Talk:
    """The library's client and our end, byte by byte."""

    def __init__(self) -> None:
        self.ours = Connection(Admission(TOKEN, {}))
        self.client = ClientProtocol(parse_uri(f"ws://127.0.0.1/{TOKEN}"))
        self.client.send_request(self.client.connect())
        self.messages: list[str] = []
        self.pump()
        self.client.events_received()

    def pump(self) -> None:
        """What either has to say reaches the other."""
        for data in self.client.data_to_send():
            if data:
                self.messages += self.ours.receive(data)
        outgoing = self.ours.take_outgoing()
        if outgoing:
            self.client.receive_data(outgoing)


def close_code(talk: Talk) -> int:
    """With which code we have said good-bye."""
    talk.client.events_received()
    assert talk.client.close_rcvd is not None
    return int(talk.client.close_rcvd.code)


def test_messages_both_ways() -> None:
    talk = Talk()
    talk.client.send_text(b'{"id":', fin=False)
    talk.client.send_continuation('"ä"}'.encode(), fin=True)
    talk.client.send_ping(b"x")
    talk.pump()
    assert talk.messages == ['{"id":"ä"}']
    talk.ours.send(json.dumps({"ok": "ü"}))
    talk.pump()
    assert [bytes(event.data) for event in talk.client.events_received()] == [b"x", b'{"ok": "\\u00fc"}']


def test_bytes_that_are_no_text_end_the_connection() -> None:
    talk = Talk()
    talk.client.send_binary(b"\x00")
    talk.pump()
    assert close_code(talk) == 1003
    talk = Talk()
    talk.client.send_text(b"\xff\xfe")
    talk.pump()
    assert close_code(talk) == 1007


def test_a_message_that_is_too_large_ends_the_connection() -> None:
    talk = Talk()
    talk.client.send_text(b"x" * (MAX_MESSAGE_BYTES + 1))
    talk.pump()
    assert talk.messages == []
    assert close_code(talk) == 1009


def test_after_good_bye_nothing_is_sent() -> None:
    talk = Talk()
    talk.client.send_close(1000)
    talk.pump()
    talk.ours.send("late")
    assert talk.ours.take_outgoing() == b""
    assert talk.ours.is_over
