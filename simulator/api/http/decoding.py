"""Takes off what `Content-Encoding` names, in pieces of a limited size.

libcurl could do it, but fails an answer whose encoding it does not know (`Content-Encoding: utf-8` is a common slip);
phones hand such a body over as it came.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli

ACCEPTED = "gzip, deflate, br"
ZLIB_OR_GZIP = zlib.MAX_WBITS + 32


class DecodingFailed(Exception):
    """The body is not in the encoding that its head names."""


class Decoding(Protocol):
    """The way from the bytes of the wire to those of the body."""

    def take(self, data: bytes, room: int) -> bytes:
        """The next bytes of the body. If they are more than `room`, the rest may be missing."""


def decoding_of(encoding: str) -> Decoding:
    """The decoding that a head asks for."""
    name = encoding.strip().lower()
    if name == "br":
        return _Brotli()
    return _Zlib() if name in ("gzip", "x-gzip", "deflate") else _AsItCame()


class _AsItCame:
    def take(self, data: bytes, room: int) -> bytes:
        return data


class _Brotli:
    def __init__(self) -> None:
        self._state = brotli.Decompressor()

    def take(self, data: bytes, room: int) -> bytes:
        if self._state.is_finished():
            return b""
        try:
            found: bytes = self._state.process(data, output_buffer_limit=room + 1)
        except brotli.error as error:
            raise DecodingFailed from error
        return found


class _Zlib:
    """gzip and deflate, the latter with the frame that the standard wants or without, as many servers send it."""

    def __init__(self) -> None:
        self._state = zlib.decompressobj(ZLIB_OR_GZIP)
        self._has_begun = False

    def take(self, data: bytes, room: int) -> bytes:
        if self._state.eof:
            return b""
        try:
            found = self._state.decompress(data, room + 1)
        except zlib.error as error:
            if self._has_begun or data.startswith(b"\x1f"):
                raise DecodingFailed from error
            self._state = zlib.decompressobj(-zlib.MAX_WBITS)
            found = self._without_frame(data, room)
        self._has_begun = True
        return found

    def _without_frame(self, data: bytes, room: int) -> bytes:
        try:
            return self._state.decompress(data, room + 1)
        except zlib.error as error:
            raise DecodingFailed from error
