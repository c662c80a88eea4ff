"""Messages survive the way through a pipe, and what is not a message is refused with its path."""

from __future__ import annotations

import io
import struct

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, view


def test_messages_come_out_as_they_went_in() -> None:
    call = logic.ApiCall(3, "request", Raw(b'{"url":"u"}'), page_id=2)
    decoded = codec.decode_from_logic(codec.encode(call))
    assert isinstance(decoded, logic.ApiCall)
    assert (decoded.call_id, decoded.name, bytes(decoded.args), decoded.page_id) == (3, "request", b'{"url":"u"}', 2)


def test_each_direction_knows_its_own_messages() -> None:
    ready = codec.encode(view.ViewReady())
    assert isinstance(codec.decode_from_view(ready), view.ViewReady)
    assert isinstance(codec.decode_from_logic(ready), logic.Ready)
    with pytest.raises(msgspec.ValidationError):
        codec.decode_for_logic(ready)


def test_a_wrong_field_is_named() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.page_id"):
        codec.decode_from_view('{"m":"rendered","page_id":"one","batch_id":1}')


def test_frames_follow_each_other() -> None:
    stream = io.BytesIO()
    codec.write_frame(stream, b"first")
    codec.write_frame(stream, b"")
    stream.seek(0)
    assert [codec.read_frame(stream) for _ in range(3)] == [b"first", b"", None]


def test_a_frame_that_breaks_off_is_the_end() -> None:
    assert codec.read_frame(io.BytesIO(struct.pack(">I", 10) + b"short")) is None


def test_an_impossible_length_is_an_error() -> None:
    with pytest.raises(codec.FrameError):
        codec.read_frame(io.BytesIO(struct.pack(">I", codec.MAX_FRAME_BYTES + 1)))
