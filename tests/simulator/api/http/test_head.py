"""The head of an answer, from its lines."""

from __future__ import annotations

import pytest

from simulator.api.http.head import HttpHead


def head_of(text: str) -> HttpHead:
    head = HttpHead()
    for line in text.split("\n"):
        head.take(f"{line}\r\n".encode("latin-1"))
    return head


def test_headers_in_order_and_spelling() -> None:
    head = head_of("HTTP/1.1 200 OK\nSet-COOKIE: a\nX:  spaced \nset-cookie: b\nY:\n")
    assert head.headers == [("Set-COOKIE", "a"), ("X", "spaced"), ("set-cookie", "b"), ("Y", "")]
    assert (head.status, head.is_whole, head.value("set-cookie"), head.value("z")) == (200, True, "a", None)


def test_a_folded_line_belongs_to_the_one_before() -> None:
    assert head_of("HTTP/1.1 200 OK\nA: 1\n 2\n").headers == [("A", "1 2")]


def test_heads_on_the_way_and_trailers_do_not_count() -> None:
    head = head_of("HTTP/1.1 103 Early\nLink: x\n\nHTTP/2 204 \nA: 1\n\nTrailer: 1\nHTTP/1.1 500 X")
    assert (head.status, head.headers, head.is_whole) == (204, [("A", "1")], True)


@pytest.mark.parametrize("text", ["HTTP/1.1 200 OK\nA: 1", "HTTP/1.1 100 Continue\n"])
def test_a_head_without_its_end_is_not_whole(text: str) -> None:
    assert not head_of(text).is_whole


@pytest.mark.parametrize(("written", "length"), [("5", 5), ("-5", 0), ("x", 0), ("²", 0), ("", 0)])
def test_the_length(written: str, length: int) -> None:
    assert head_of(f"HTTP/1.1 200 OK\nContent-Length: {written}\n").length == length
