"""What a drawing process sends: pictures, each after its length. Read as something that a stranger has written."""

from __future__ import annotations

import struct
from collections.abc import Sequence

MAX_PAGES = 100
MAX_BYTES = 64 * 1024 * 1024
_LENGTH = struct.Struct(">I")


def picture_frame(picture: bytes) -> bytes:
    """One picture."""
    return _LENGTH.pack(len(picture)) + picture


def pictures_in(data: bytes) -> Sequence[bytes]:
    """All that have come as a whole, up to `MAX_PAGES`."""
    found: list[bytes] = []
    start = 0
    while len(found) < MAX_PAGES and start + _LENGTH.size <= len(data):
        (length,) = _LENGTH.unpack_from(data, start)
        start += _LENGTH.size
        if start + length > len(data):
            break
        found.append(data[start : start + length])
        start += length
    return found
