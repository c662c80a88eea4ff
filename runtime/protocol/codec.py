"""Encoding and decoding of messages, and the frames of the pipe to the logic process.

JavaScript's strings may hold half of a surrogate pair, UTF-8 cannot: such a half becomes the replacement character
where a text leaves JavaScript (`well_formed`, `well_formed_text`).
"""

from __future__ import annotations

import re
import struct
from typing import BinaryIO, TypeVar, get_args

import msgspec

from runtime.protocol import logic, view
from runtime.protocol.version import WIRE_VERSION

_Message = TypeVar("_Message")

FRAME_HEADER = struct.Struct(">I")
MAX_FRAME_BYTES = 256 * 1024 * 1024
MAX_DEPTH = 500
"""A message with values that are nested more deeply could not be taken apart on the other side."""

_HALF_PAIR = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
_OPENING_OR_CLOSING = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))

_encoder = msgspec.json.Encoder()
_to_logic: msgspec.json.Decoder[logic.HostToLogic] = msgspec.json.Decoder(logic.HostToLogic)
_for_process: msgspec.json.Decoder[logic.ForProcess] = msgspec.json.Decoder(logic.ForProcess)
_TAG = re.compile(rb'\{"m":"([a-z-]+)"')
_PROCESS_TAGS = frozenset(str(message.__struct_config__.tag).encode() for message in get_args(logic.ForProcess))
_ready: msgspec.json.Decoder[logic.Ready] = msgspec.json.Decoder(logic.Ready)
_from_logic: msgspec.json.Decoder[logic.LogicToHost] = msgspec.json.Decoder(logic.LogicToHost)
_to_view: msgspec.json.Decoder[view.HostToView] = msgspec.json.Decoder(view.HostToView)
_from_view: msgspec.json.Decoder[view.ViewToHost] = msgspec.json.Decoder(view.ViewToHost)


class FrameError(Exception):
    """The peer sent something that is not a frame."""


def check_version(theirs: str, who: str) -> None:
    """Raises FrameError if the other side speaks another wire. `who`: the other side, for the message."""
    if theirs != WIRE_VERSION:
        raise FrameError(
            f"{who} speaks version {theirs or 'none'} of the wire, not {WIRE_VERSION}: install Handset anew"
        )


def encode(message: msgspec.Struct) -> bytes:
    """Message as UTF-8 JSON."""
    return _encoder.encode(message)


def decode_for_logic(data: bytes) -> logic.HostToLogic:
    """A message that the host sent to the logic process. Raises msgspec.ValidationError naming the path."""
    return _decoded(_to_logic, data)


def decode_ready(data: bytes) -> logic.Ready:
    """The first message of a logic process. Raises FrameError: it is none, whatever it is."""
    try:
        return _ready.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise FrameError(str(error)) from error


def decode_for_process(frame: bytes) -> logic.ForProcess | None:
    """The same if the process around the engine has to know of it; None: it is for the engine alone."""
    tag = _TAG.match(frame)
    if tag is not None and tag[1] not in _PROCESS_TAGS:
        return None
    return _decoded(_for_process, frame)


def tag_of(frame: bytes) -> str:
    """Which message a frame is."""
    tag = _TAG.match(frame)
    return tag[1].decode() if tag is not None else ""


def decode_from_logic(data: bytes) -> logic.LogicToHost:
    """A message that the logic process sent. Raises msgspec.ValidationError naming the path."""
    return _decoded(_from_logic, data)


def decode_for_view(data: str | bytes) -> view.HostToView:
    """A message that the host sent to the view. Raises msgspec.ValidationError naming the path."""
    return _decoded(_to_view, data)


def decode_from_view(data: str | bytes) -> view.ViewToHost:
    """A message that the view sent. Raises msgspec.ValidationError naming the path."""
    return _decoded(_from_view, data)


def _decoded(decoder: msgspec.json.Decoder[_Message], data: str | bytes) -> _Message:
    try:
        return decoder.decode(data)
    except (UnicodeError, RecursionError) as error:
        raise msgspec.ValidationError(str(error)) from error


def is_deep(json: bytes) -> bool:
    """Whether arrays and objects of a JSON text are nested more deeply than `MAX_DEPTH`."""
    if json.count(b"[") + json.count(b"{") <= MAX_DEPTH:
        return False
    brackets = _STRING.sub(b"", json).translate(_OPENING_OR_CLOSING, _NO_BRACKET)
    for _ in range(MAX_DEPTH):
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)


def well_formed(json: bytes) -> bytes:
    """JSON text as a script has written it, without halves of surrogate pairs."""
    if b"\\ud" not in json and b"\\uD" not in json:
        return json
    return _HALF_PAIR.sub(lambda escape: b"\\ufffd" if escape[1] else escape[0], json)


def well_formed_text(text: str) -> str:
    """A script's string without halves of surrogate pairs."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def write_frame(stream: BinaryIO, payload: bytes) -> None:
    """Writes one frame and flushes. Raises OSError when the peer has gone."""
    stream.write(FRAME_HEADER.pack(len(payload)) + payload)
    stream.flush()


def read_frame(stream: BinaryIO) -> bytes | None:
    """Reads one frame; None at the end of the stream. Raises FrameError on an impossible length."""
    header = stream.read(FRAME_HEADER.size)
    if len(header) < FRAME_HEADER.size:
        return None
    (length,) = FRAME_HEADER.unpack(header)
    if length > MAX_FRAME_BYTES:
        raise FrameError(f"frame of {length} bytes, at most {MAX_FRAME_BYTES} allowed")
    payload = stream.read(length)
    return payload if len(payload) == length else None
