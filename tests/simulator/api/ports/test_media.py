"""Pictures over Qt."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from runtime.api.ports.media import ImageFacts, Part, PickedFile, PickRequest, VideoFacts
from runtime.world.world import new_world
from simulator.api.ports.clipboard import QtClipboard
from simulator.api.ports.media import QtMedia, bundled_picture
from tests.support.waiting import wait_until


@pytest.fixture
def media(qtbot: QtBot, tmp_path: Path) -> QtMedia:
    return QtMedia(dialogs="accept", album=tmp_path / "album")


def test_headless_the_bundled_picture_is_chosen(media: QtMedia) -> None:
    chosen: list[PickedFile] = []
    media.pick(PickRequest("image", 9), chosen.extend)
    assert [one.name for one in chosen] == ["picture.png"]
    assert media.image_facts(chosen[0].content) == ImageFacts(640, 480, "png", "up")


def test_headless_the_bundled_film_is_chosen_and_is_what_it_says(media: QtMedia) -> None:
    chosen: list[PickedFile] = []
    media.pick(PickRequest("video", 1), chosen.extend)
    assert [one.name for one in chosen] == ["film.mp4"]
    found: list[VideoFacts | None] = []
    media.video_facts(chosen[0].content, found.append)
    wait_until(lambda: found, "the facts")
    (facts,) = found
    assert facts is not None
    assert (facts.width, facts.height, facts.duration_s, facts.rate, facts.orientation) == (1280, 720, 6, 30, "up")
    assert media.image_facts(facts.cover) == ImageFacts(1280, 720, "jpeg", "up")


@pytest.mark.parametrize("content", [b"", b"none", b"\0\0\0\x20ftypisom" + bytes(900)])
def test_what_is_no_film_has_no_facts(media: QtMedia, content: bytes) -> None:
    found: list[VideoFacts | None] = []
    media.video_facts(content, found.append)
    wait_until(lambda: found, "the answer")
    assert found == [None]


def test_what_is_no_picture_has_no_facts(media: QtMedia) -> None:
    assert media.image_facts(b"not a picture") is None
    assert media.compress(b"not a picture", 80, 0, 0) is None


@pytest.mark.parametrize(("width", "height", "size"), [(0, 0, (640, 480)), (320, 0, (320, 240)), (0, 120, (160, 120))])
def test_compressing_makes_a_jpeg(media: QtMedia, width: int, height: int, size: tuple[int, int]) -> None:
    data = media.compress(bundled_picture(), 50, width, height)
    assert data is not None
    facts = media.image_facts(data)
    assert facts is not None
    assert (facts.type, facts.width, facts.height) == ("jpeg", *size)


def test_two_hundred_megapixels_have_facts_and_are_not_worked_on(media: QtMedia) -> None:
    data = png_of(20_000, 10_000)
    assert media.image_facts(data) == ImageFacts(20_000, 10_000, "png", "up")
    assert media.compress(data, 80, 100, 0) is None
    assert media.cut(data, Part(0, 0, 1, 1, 1)) is None
    assert media.read_codes(data) == []


def png_of(width: int, height: int) -> bytes:
    """Of one bit a pixel, so that it is small on the way."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 1)
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def test_the_album_keeps_files(media: QtMedia, tmp_path: Path) -> None:
    media.save_to_album(b"data", ".png")
    (kept,) = (tmp_path / "album").iterdir()
    assert (kept.suffix, kept.read_bytes()) == (".png", b"data")


def test_the_clipboard(qtbot: QtBot) -> None:
    told: list[str] = []
    world = new_world()
    clipboard = QtClipboard(world, told.append)
    clipboard.write("text")
    assert told == []
    assert (clipboard.read(), told) == ("text", ["clipboard-read"])
    world.set_all({"clipboard.isShared": False, "clipboard.text": "played"}, "command")
    assert clipboard.read() == "played"
    clipboard.write("of the program")
    assert (clipboard.read(), world["clipboard.text"]) == ("of the program", "of the program")
    assert (QGuiApplication.clipboard().text(), told) == ("text", ["clipboard-read"])


@pytest.mark.parametrize(
    ("part", "size"),
    [
        (Part(0, 0, 0, 1, 1), (640, 480)),
        (Part(1, 0, 0, 1, 1), (480, 640)),
        (Part(-1, 0.5, 0.25, 0.5, 0.5), (240, 320)),
        (Part(0, 0.9, 0.9, 5, 5), (64, 48)),
        (Part(0, 7, -3, 0, float("nan")), (1, 1)),
    ],
)
def test_a_part_of_a_picture_is_cut_out(media: QtMedia, part: Part, size: tuple[int, int]) -> None:
    data = media.cut(bundled_picture(), part)
    assert data is not None
    facts = media.image_facts(data)
    assert facts is not None
    assert (facts.width, facts.height, facts.type) == (*size, "jpeg")
    assert media.cut(b"not a picture", part) is None
