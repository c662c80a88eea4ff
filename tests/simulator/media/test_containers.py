"""What a decoder may have, by how it begins; and what Chromium plays itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.media.containers import HEAD_BYTES, player_for

MEDIA = Path(__file__).parents[2] / "support" / "media"
MP4 = b"\0\0\0\x20ftypisom" + b"\0" * 16


@pytest.mark.parametrize(
    ("head", "player"),
    [
        (MP4 + b"avc1mp4a", "decoder"),
        (MP4 + b"hev1", "decoder"),
        (MP4 + b"vp09Opus", "browser"),
        (MP4 + b"av01", "browser"),
        (MP4 + b"vp09mp4a", "decoder"),
        (MP4, "decoder"),
        (b"\0\0\0\x08moov", "decoder"),
        (b"OggS", "browser"),
        (b"fLaC", "browser"),
        (b"\x1aE\xdf\xa3", "decoder"),
        (b"RIFF\0\0\0\0AVI ", "decoder"),
        (b"RIFF\0\0\0\0WEBP", None),
        (b"FLV\x01", "decoder"),
        (b"\xff\xf1\x50\x80", "decoder"),
        (b"\xff\xfb", "decoder"),
        (b"G" + b"\0" * 187 + b"G", "decoder"),
        (b"G" + b"\0" * 400, None),
        (b"", None),
        (b"<html>", None),
        (b"#EXTM3U\n#EXTINF:1\nfile:///etc/passwd", None),
        (b"ffconcat version 1.0\nfile /etc/passwd", None),
        (b"\x7fELF", None),
        (b"\x89PNG\r\n", None),
        (b"\xff\xd8\xff\xe0", None),
    ],
)
def test_containers(head: bytes, player: str | None) -> None:
    assert player_for(head) == player


@pytest.mark.parametrize(("name", "player"), [("small.mp4", "decoder"), ("small.webm", "decoder")])
def test_files(name: str, player: str) -> None:
    assert player_for((MEDIA / name).read_bytes()[:HEAD_BYTES]) == player
