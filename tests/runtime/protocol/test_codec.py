"""Messages survive the way through a pipe, and what is not a message is refused with its path."""

from __future__ import annotations

import io
import struct

import msgspec
import pytest
from msgspec import Raw

from runtime.protocol import codec, logic, view
from runtime.protocol.version import WIRE_VERSION


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


@pytest.mark.parametrize(
    ("json", "deep"),
    [
        (b"[" * codec.MAX_DEPTH + b"]" * codec.MAX_DEPTH, False),
        (b"[" * (codec.MAX_DEPTH + 1) + b"]" * (codec.MAX_DEPTH + 1), True),
        (b'{"a":' * 600 + b"1" + b"}" * 600, True),
        (b'[{"a":' * 300 + b"1" + b"}]" * 300, True),
        (b"[" + b",".join([b'{"a":[1]}'] * 1000) + b"]", False),
        (b'["' + b"[" * 1000 + b'"]', False),
        (b'["\\"' + b"[" * 1000 + b'"]', False),
        (b"[" * 1000, True),
    ],
)
def test_depth_is_that_of_arrays_and_objects(json: bytes, *, deep: bool) -> None:
    assert codec.is_deep(json) is deep


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"m":"log","level":"log","args":' + b"[" * 5000 + b"]" * 5000])
def test_what_is_nested_too_deeply_is_no_message(data: bytes) -> None:
    for decode in (codec.decode_from_logic, codec.decode_from_view, codec.decode_for_logic, codec.decode_for_view):
        with pytest.raises(msgspec.MsgspecError):
            decode(data)


def test_another_version_of_the_wire_is_refused_in_words() -> None:
    codec.check_version(WIRE_VERSION, "the host")
    with pytest.raises(codec.FrameError, match="the host speaks version none of the wire, not"):
        codec.check_version("", "the host")


def test_only_what_a_process_looks_into_is_decoded_for_it() -> None:
    assert codec.decode_for_process(codec.encode(logic.Ping(4))) == logic.Ping(4)
    assert codec.decode_for_process(codec.encode(logic.PageReady(4))) is None
    for frame in (b"", b"[]", b'{"x":1}', b'{"m":"ping","serial":"x"}', b"\xff"):
        with pytest.raises(msgspec.MsgspecError):
            codec.decode_for_process(frame)
