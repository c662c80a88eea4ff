"""How a body can be looked at: as a tree of JSON, a picture, text, or bytes. What a server wrote is only ever text.

Whoever shows it gets no more than can be shown at once; that there is more is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from runtime.protocol.codec import is_deep

PreviewKind = Literal["none", "gone", "json", "picture", "text", "hex"]

MOST_TEXT_BYTES = 1024 * 1024
MOST_HEX_BYTES = 64 * 1024
MOST_JSON_BYTES = 4 * 1024 * 1024
LONGEST_LINE = 20_000
"""Longer ones hold up whoever lays them out."""
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"\0\0\1\0")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
ROW = 16


@dataclass(frozen=True, slots=True)
class Preview:
    """One body. `text` is that of `text` and `hex`, `value` that of `json`, `picture` the bytes of one.

    `is_cut`: it is longer than what is shown.
    """

    kind: PreviewKind
    text: str = ""
    value: Any = None
    picture: bytes = b""
    is_cut: bool = False


def preview_of(content: bytes | None, media_type: str, *, is_whole: bool = True) -> Preview:
    """The best way to look at a body; None: it is not there any more."""
    if content is None:
        return Preview("gone")
    if not content:
        return Preview("none")
    if is_picture(content):
        return Preview("picture", picture=content) if is_whole else hex_of(content)
    if is_whole and len(content) <= MOST_JSON_BYTES and content.lstrip()[:1] in (b"{", b"[") and not is_deep(content):
        try:
            return Preview("json", value=msgspec.json.decode(content))
        except msgspec.MsgspecError:
            pass
    return text_of(content, media_type, is_whole=is_whole)


def text_of(content: bytes, media_type: str, *, is_whole: bool = True) -> Preview:
    """The body as text if it is any, else as bytes."""
    shown = content[:MOST_TEXT_BYTES]
    if _CONTROLS.search(shown[:4096]):
        return hex_of(content)
    charset = _CHARSET.search(media_type)
    try:
        text = shown.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:
        text = shown.decode("utf-8", "replace")
    lines = [line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + "…" for line in text.split("\n")]
    is_cut = not is_whole or len(shown) < len(content) or any(len(line) > LONGEST_LINE for line in lines)
    return Preview("text", "\n".join(lines), is_cut=is_cut)


def hex_of(content: bytes) -> Preview:
    """The body as bytes: place, sixteen of them, and those that are letters."""
    rows = []
    for start in range(0, min(len(content), MOST_HEX_BYTES), ROW):
        row = content[start : start + ROW]
        letters = "".join(chr(byte) if 0x20 <= byte < 0x7F else "." for byte in row)
        rows.append(f"{start:08x}  {row[:8].hex(' '):<23}  {row[8:].hex(' '):<23}  {letters}")
    return Preview("hex", "\n".join(rows), is_cut=len(content) > MOST_HEX_BYTES)


def is_picture(content: bytes) -> bool:
    """Whether it begins as a picture of pixels does. A drawing (SVG) is text."""
    return content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")
