"""What goes through the pipes of a decoder: whole, in pieces, and broken."""

from __future__ import annotations

import io
import struct

import pytest

from runtime.protocol.media import Need, Open, Opened, Seek
from simulator.media.frames import (
    MAX_BYTES,
    PICTURE,
    PIECE,
    BrokenFrame,
    FrameBuffer,
    Numbered,
    from_decoder,
    message_frame,
    numbered_frame,
    read_frame,
    to_decoder,
)

FRAMES = [message_frame(Opened(3000, 160, 90)), numbered_frame(PICTURE, 1500, b"jpeg"), message_frame(Need(7, 9))]
SAID = [Opened(3000, 160, 90), Numbered(1500, b"jpeg"), Need(7, 9)]


@pytest.mark.parametrize("step", [1, 3, 1000])
def test_frames_are_taken_as_they_come(step: int) -> None:
    data, buffer = b"".join(FRAMES), FrameBuffer()
    pieces = [data[start : start + step] for start in range(0, len(data), step)]
    assert [from_decoder(*frame) for piece in pieces for frame in buffer.take(piece)] == SAID


def test_a_pipe_is_read_to_its_end() -> None:
    pipe = io.BytesIO(message_frame(Open(5)) + numbered_frame(PIECE, 0, b"12345") + message_frame(Seek(2))[:-1])
    frames = [frame for frame in iter(lambda: read_frame(pipe), None)]
    assert [to_decoder(*frame) for frame in frames] == [Open(5), Numbered(0, b"12345")]


@pytest.mark.parametrize(
    "data",
    [struct.pack(">IB", MAX_BYTES + 1, 1), struct.pack(">IB", 2**32 - 1, 2)],
)
def test_a_frame_that_is_too_long_is_none(data: bytes) -> None:
    with pytest.raises(BrokenFrame):
        FrameBuffer().take(data)
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(data))


@pytest.mark.parametrize("body", [b"{}", b'{"name":"opened"}', b"\xff", b'{"name":"play"}'])
def test_what_is_no_message_of_a_decoder(body: bytes) -> None:
    with pytest.raises(BrokenFrame):
        from_decoder(1, body)


def test_a_picture_has_its_place() -> None:
    with pytest.raises(BrokenFrame):
        from_decoder(PICTURE, b"short")
