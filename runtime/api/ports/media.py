"""Pictures and files of the user."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from runtime.api.port import Port


@dataclass(frozen=True, slots=True)
class PickRequest:
    """What the program wants to be chosen."""

    kind: Literal["image", "video", "media", "file"]
    count: int
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A chosen file: its bytes and its name on the computer."""

    name: str
    content: bytes


PickReply = Callable[[Sequence[PickedFile]], None]


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What is to be known of a picture. `orientation` as EXIF names it: up, down, left, right, …-mirrored."""

    width: int
    height: int
    type: str
    orientation: str = "up"


@dataclass(frozen=True, slots=True)
class Part:
    """Of a picture that has been turned upright and then clockwise by so many `quarters`: shares of its width and
    height."""

    quarters: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code in a picture. `kind` as wx.scanCode names it (`QR_CODE`, `EAN_13`)."""

    text: str
    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """What is to be known of a film. `cover` is its first picture, a JPEG; `orientation` as of a picture."""

    width: int
    height: int
    duration_s: float
    rate: float
    cover: bytes
    orientation: str = "up"


FilmReply = Callable[[VideoFacts | None], None]


class MediaPort(Protocol):
    """Pictures and files of the user."""

    def pick(self, request: PickRequest, reply: PickReply) -> None:
        """Lets the user choose; nothing chosen means cancelled. Headless it is a bundled picture."""

    def image_facts(self, data: bytes) -> ImageFacts | None:
        """Size and type of a picture; None if the bytes are none."""

    def video_facts(self, data: bytes, reply: FilmReply) -> None:
        """What a film is, once that has been found out; None if the bytes are none."""

    def compress(self, data: bytes, quality: int, width: int, height: int) -> bytes | None:
        """A JPEG of a picture, smaller if `width` or `height` is not 0; None if the bytes are no picture."""

    def cut(self, data: bytes, part: Part) -> bytes | None:
        """A JPEG of a part of a picture; None if the bytes are no picture."""

    def read_codes(self, data: bytes) -> Sequence[FoundCode]:
        """The codes in a picture; none in bytes that are no picture."""

    def save_to_album(self, data: bytes, suffix: str) -> None:
        """Adds to the photo album of the simulated phone."""


class FakeMedia:
    """Whoever picks gets `files`; a picture is any bytes that start with IMG, a film any that start with FILM."""

    def __init__(self) -> None:
        self.files: list[PickedFile] = []
        self.codes: list[FoundCode] = []
        self.asked: list[PickRequest] = []
        self.parts: list[Part] = []
        self.album: list[tuple[bytes, str]] = []

    def pick(self, request: PickRequest, reply: PickReply) -> None:
        self.asked.append(request)
        reply(self.files)

    def read_codes(self, data: bytes) -> Sequence[FoundCode]:
        return self.codes

    def image_facts(self, data: bytes) -> ImageFacts | None:
        return ImageFacts(4, 3, "png") if data.startswith(b"IMG") else None

    def video_facts(self, data: bytes, reply: FilmReply) -> None:
        reply(VideoFacts(160, 90, 3.5, 30, b"JPG") if data.startswith(b"FILM") else None)

    def compress(self, data: bytes, quality: int, width: int, height: int) -> bytes | None:
        return b"JPG" if data.startswith(b"IMG") else None

    def cut(self, data: bytes, part: Part) -> bytes | None:
        self.parts.append(part)
        return b"PART" if data.startswith(b"IMG") else None

    def save_to_album(self, data: bytes, suffix: str) -> None:
        self.album.append((data, suffix))


MEDIA: Port[MediaPort] = Port("media", FakeMedia)
