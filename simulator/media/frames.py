"""What goes through the pipes of a decoder's process: frames that begin with their length and their kind.

A message is JSON of `runtime.protocol.media`; a picture is its place in the film (ms) and a JPEG; a piece is its offset
in the source and its bytes; samples are their offset among all and their bytes. No Qt.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO, TypeVar

import msgspec

from runtime.protocol.media import FromDecoder, ToDecoder

HEADER = struct.Struct(">IB")
NUMBER = struct.Struct(">q")
MESSAGE, PICTURE, PIECE, SAMPLES = 1, 2, 3, 4
MAX_BYTES = 32 * 1024 * 1024

_Message = TypeVar("_Message")

_to_decoder: msgspec.json.Decoder[ToDecoder] = msgspec.json.Decoder(ToDecoder)
_from_decoder: msgspec.json.Decoder[FromDecoder] = msgspec.json.Decoder(FromDecoder)


class BrokenFrame(Exception):
    """What came is no frame."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A picture with its place in the film, ms, or a piece with its offset in the source, or samples with theirs."""

    number: int
    data: bytes


def message_frame(message: msgspec.Struct) -> bytes:
    """A frame with a message."""
    return _frame(MESSAGE, msgspec.json.encode(message))


def numbered_frame(kind: int, number: int, data: bytes) -> bytes:
    """A frame with a picture or a piece."""
    return _frame(kind, NUMBER.pack(number) + data)


def to_decoder(kind: int, body: bytes) -> ToDecoder | Numbered:
    """What the host has said. Raises BrokenFrame."""
    return _numbered(body) if kind == PIECE else _message(_to_decoder, body)


def from_decoder(kind: int, body: bytes) -> FromDecoder | Numbered:
    """What the decoder has said. Raises BrokenFrame."""
    return _numbered(body) if kind in (PICTURE, SAMPLES) else _message(_from_decoder, body)


def read_frame(pipe: BinaryIO) -> tuple[int, bytes] | None:
    """The next frame of a pipe; None at its end. Raises BrokenFrame."""
    header = pipe.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    length, kind = HEADER.unpack(header)
    if length > MAX_BYTES:
        raise BrokenFrame(f"a frame of {length} bytes")
    body = pipe.read(length)
    return (kind, body) if len(body) == length else None


class FrameBuffer:
    """Takes bytes as they come, gives whole frames."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def take(self, data: bytes) -> list[tuple[int, bytes]]:
        """The frames that are complete now. Raises BrokenFrame."""
        self._bytes += data
        frames: list[tuple[int, bytes]] = []
        while len(self._bytes) >= HEADER.size:
            length, kind = HEADER.unpack_from(self._bytes)
            if length > MAX_BYTES:
                raise BrokenFrame(f"a frame of {length} bytes")
            end = HEADER.size + length
            if len(self._bytes) < end:
                break
            frames.append((kind, bytes(self._bytes[HEADER.size : end])))
            del self._bytes[:end]
        return frames


def _frame(kind: int, body: bytes) -> bytes:
    return HEADER.pack(len(body), kind) + body


def _numbered(body: bytes) -> Numbered:
    if len(body) < NUMBER.size:
        raise BrokenFrame("a frame without its number")
    return Numbered(NUMBER.unpack_from(body)[0], body[NUMBER.size :])


def _message(decoder: msgspec.json.Decoder[_Message], body: bytes) -> _Message:
    try:
        return decoder.decode(body)
    except msgspec.MsgspecError as error:
        raise BrokenFrame(str(error)) from error
