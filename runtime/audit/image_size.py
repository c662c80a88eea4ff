"""How many pixels a picture has, read from the first bytes of its file. Pictures are not decoded."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

Size = tuple[int, int]
# JPEG: frames in which the size stands, and markers without a length.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_MOST_SEGMENTS = 1000


def image_size(data: bytes) -> Size | None:
    """Width and height of a PNG, JPEG, GIF or WebP; None if that cannot be told."""
    for signature, read in _FORMATS.items():
        if data.startswith(signature):
            try:
                size = read(data)
            except (struct.error, IndexError):
                return None
            return size if size and all(size) else None
    return None


def _png(data: bytes) -> Size | None:
    return struct.unpack_from(">II", data, 16) if data[12:16] == b"IHDR" else None


def _gif(data: bytes) -> Size:
    return struct.unpack_from("<HH", data, 6)


def _jpeg(data: bytes) -> Size | None:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            return None
        kind = data[at + 1]
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 if kind in _BARE else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _webp(data: bytes) -> Size | None:
    form = data[12:16]
    if data[8:12] != b"WEBP":
        return None
    if form == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


_FORMATS: Mapping[bytes, Callable[[bytes], Size | None]] = {
    b"\x89PNG": _png,
    b"\xff\xd8": _jpeg,
    b"GIF8": _gif,
    b"RIFF": _webp,
}
