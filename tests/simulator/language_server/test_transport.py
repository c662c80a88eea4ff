"""Frames of the protocol, whole, broken and foreign. The stream is made of pieces of any size."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from simulator.language_server.transport import MAX_BYTES, frame, read_messages


def _read(data: bytes) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The messages that were taken and the errors that were sent."""
    taken: list[dict[str, Any]] = []
    sent: list[dict[str, Any]] = []

    def take(message: dict[str, Any]) -> None:
        taken.append(message)
        if message.get("method") == "broken":
            raise KeyError("position")

    async def read() -> None:
        reader = asyncio.StreamReader()
        reader.feed_data(data)
        reader.feed_eof()
        await read_messages(reader, take, lambda body: sent.append(json.loads(body)))

    asyncio.run(read())
    return taken, sent


def _message(method: str, **more: object) -> bytes:
    return frame(json.dumps({"jsonrpc": "2.0", "method": method, **more}).encode())


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        (frame(b"{"), -32700),
        (frame(b"[1, 2]"), -32700),
        (frame(b"\xff\xfe"), -32700),
        (frame(b"[" * 200_000), -32700),
        (b"Content-Length: 0\r\n\r\n", -32700),
        (_message("broken", id=4), -32602),
    ],
)
def test_a_broken_message_is_answered_and_the_next_one_heard(broken: bytes, code: int) -> None:
    taken, sent = _read(broken + _message("next"))
    assert taken[-1]["method"] == "next"
    assert [one["error"]["code"] for one in sent] == [code]


def test_a_broken_notification_is_not_answered() -> None:
    taken, sent = _read(_message("broken") + _message("next"))
    assert [one["method"] for one in taken] == ["broken", "next"]
    assert sent == []


def test_lines_that_say_nothing_are_passed_over() -> None:
    noise = b"\r\n\r\nWARNING: a tool prints here\r\nContent-Length: many\r\n\r\n"
    typed = b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"
    taken, sent = _read(noise + typed + _message("next"))
    assert ([one["method"] for one in taken], sent) == (["next"], [])


def test_a_message_that_is_too_long_is_read_over() -> None:
    size = MAX_BYTES + 1
    taken, sent = _read(b"Content-Length: %d\r\n\r\n" % size + b" " * size + _message("next"))
    assert [one["method"] for one in taken] == ["next"]
    assert sent[0]["error"]["code"] == -32700


def test_a_stream_that_breaks_off_ends_it() -> None:
    whole = _message("next")
    assert _read(whole + b"Content-Length: 100\r\n\r\n{")[0] == [{"jsonrpc": "2.0", "method": "next"}]


def test_a_browser_is_shut_out() -> None:
    body = _message("initialize")
    for opening in (
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1:5007\r\n",
        b"GET / HTTP/1.1\r\n",
        b"Origin: http://a.example\r\n",
    ):
        assert _read(opening + body) == ([], [])
