"""What a file begins with tells what it is: containers of media that a decoder may have, and which of them Chromium
plays itself. Playlists and whatever else names further files are none of them. Pure.
"""

from __future__ import annotations

from typing import Literal

HEAD_BYTES = 64 * 1024
"""As much is looked at."""

Player = Literal["browser", "decoder"]

_BRANDS_AT = slice(4, 8)
_MP4 = b"ftyp"
_OLD_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip")
_MAGICS = (
    b"\x1aE\xdf\xa3",  # Matroska, WebM
    b"OggS",
    b"fLaC",
    b"ID3",
    b"FLV\x01",
    b"#!AMR",
    b"\x00\x00\x01\xba",  # MPEG program stream
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",  # Windows Media
)
_BROWSER_MAGICS = (b"OggS", b"fLaC")
_RIFF_KINDS = (b"AVI ", b"WAVE")
_TS_PACKET, _TS_SYNC = 188, 0x47
_OF_THE_DECODER = (b"avc1", b"avc3", b"hvc1", b"hev1", b"mp4v", b"mp4a", b"ac-3", b"ec-3", b"s263", b"samr", b"sawb")
_OF_THE_BROWSER = (b"vp09", b"vp08", b"av01", b"Opus", b"fLaC", b".mp3")


def player_for(head: bytes) -> Player | None:
    """Who plays what begins so; None: it is no container of media."""
    if head[_BRANDS_AT] == _MP4:
        return _of_mp4(head)
    if head.startswith(_BROWSER_MAGICS):
        return "browser"
    if head.startswith(_MAGICS) or head[_BRANDS_AT] in _OLD_QUICKTIME or _is_riff(head) or _is_stream(head):
        return "decoder"
    return None


def _of_mp4(head: bytes) -> Player:
    # Names of codecs stand in the description of tracks, which may follow at the end: then nobody knows.
    knows_browser = any(name in head for name in _OF_THE_BROWSER)
    return "browser" if knows_browser and not any(name in head for name in _OF_THE_DECODER) else "decoder"


def _is_riff(head: bytes) -> bool:
    return head.startswith(b"RIFF") and head[8:12] in _RIFF_KINDS


def _is_stream(head: bytes) -> bool:
    """MPEG transport stream, or frames of MPEG audio (also AAC in ADTS) without a container."""
    if head[:1] == bytes([_TS_SYNC]):
        return len(head) > _TS_PACKET and head[_TS_PACKET] == _TS_SYNC
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
