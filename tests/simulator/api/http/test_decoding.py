"""Encodings of a body come off piece by piece, and never more than there is room for."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from simulator.api.http.decoding import DecodingFailed, decoding_of

TEXT = b"hello " * 1000
UNFRAMED = zlib.compressobj(wbits=-zlib.MAX_WBITS)
BODIES = [
    ("gzip", gzip.compress(TEXT, mtime=0)),
    ("x-gzip", gzip.compress(TEXT, mtime=0)),
    (" GZIP ", gzip.compress(TEXT, mtime=0)),
    ("deflate", zlib.compress(TEXT)),
    ("deflate", UNFRAMED.compress(TEXT) + UNFRAMED.flush()),
    ("br", brotli.compress(TEXT)),
    ("", TEXT),
    ("utf-8", TEXT),
    ("identity", TEXT),
]


@pytest.mark.parametrize("size", [7, 100, 100_000])
@pytest.mark.parametrize(("encoding", "body"), BODIES, ids=[f"{name}{index}" for index, (name, _) in enumerate(BODIES)])
def test_a_body_in_pieces_of_any_size(encoding: str, body: bytes, size: int) -> None:
    decoding = decoding_of(encoding)
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    assert b"".join(decoding.take(piece, 10**6) for piece in pieces) == TEXT


@pytest.mark.parametrize(("encoding", "body"), BODIES[:6], ids=range(6))
def test_what_follows_the_end_is_left_out(encoding: str, body: bytes) -> None:
    decoding = decoding_of(encoding)
    assert decoding.take(body, 10**6) + decoding.take(b"more", 10**6) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_not_in_its_encoding_fails(encoding: str) -> None:
    with pytest.raises(DecodingFailed):
        decoding_of(encoding).take(b"\xff\xfe this is neither", 100)


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, brotli.compress])
def test_more_than_there_is_room_for_is_noticed_and_not_made(pack: object) -> None:
    body = pack(b"\0" * 50_000_000)  # type: ignore[operator]
    encoding = {gzip.compress: "gzip", zlib.compress: "deflate"}.get(pack, "br")  # type: ignore[call-overload]
    assert 1000 < len(decoding_of(encoding).take(body, 1000)) < 100_000
