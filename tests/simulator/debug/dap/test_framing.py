"""Frames of the protocol in pieces of any size, broken ones and foreign ones."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debug.dap.framing import MAX_BYTES, Framing, NoClient, frame


@given(st.lists(st.binary(max_size=50), max_size=5), st.integers(1, 40))
def test_bodies_come_out_whole_whatever_the_pieces(bodies: list[bytes], size: int) -> None:
    framing = Framing()
    stream = b"".join(map(frame, bodies))
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [body for piece in pieces for body in framing.receive(piece)] == bodies


def test_other_headers_and_blank_lines_are_passed_over() -> None:
    data = b"\r\n\r\nContent-Type: x\r\ncontent-length:  2 \r\nX: y\r\n\r\n{}" + frame(b"[]")
    assert Framing().receive(data) == [b"{}", b"[]"]


@pytest.mark.parametrize(
    "data",
    [
        b"POST / HTTP/1.1\r\n",
        b"GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"Content-Length: 2\r\nOrigin: http://evil.example\r\n\r\n{}",
        b"Content-Type: x\r\n\r\n{}",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: " + b"9" * 50 + b"\r\n\r\n",
        frame(b"")[:-4].replace(b"0", str(MAX_BYTES + 1).encode()) + b"\r\n\r\n",
        b"x" * 10_000,
    ],
)
def test_what_is_no_client_is_shut_out(data: bytes) -> None:
    with pytest.raises(NoClient):
        Framing().receive(data)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    framing = Framing()
    with suppress(NoClient):
        framing.receive(data)
