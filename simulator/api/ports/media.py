"""Pictures and files: chosen in a file dialog of the window; headless it is a picture that Handset draws itself, or its
own film."""

from __future__ import annotations

import math
import secrets
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageIOHandler,
    QImageReader,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QFileDialog

from runtime.api.ports.media import (
    MEDIA,
    FilmReply,
    FoundCode,
    ImageFacts,
    MediaPort,
    Part,
    PickedFile,
    PickReply,
    PickRequest,
    VideoFacts,
)
from runtime.project.model import Project
from runtime.systems.private_files import make_private_folder, write_private
from simulator.api.code_reader import MOST_PIXELS, read_codes
from simulator.api.dialog_answers import DialogAnswers
from simulator.api.surroundings import Real, Surroundings
from simulator.media.probe import Film, probe

IMAGE_SUFFIXES = ("png", "jpg", "jpeg", "gif", "webp", "bmp", "svg")
VIDEO_SUFFIXES = ("mp4", "mov", "m4v", "webm", "mkv")
BUNDLED_SIZE = (640, 480)
CUT_QUALITY = 92

_Turn = QImageIOHandler.Transformation
_ORIENTATIONS = {
    _Turn.TransformationNone: "up",
    _Turn.TransformationMirror: "up-mirrored",
    _Turn.TransformationFlip: "down-mirrored",
    _Turn.TransformationRotate180: "down",
    _Turn.TransformationRotate90: "right",
    _Turn.TransformationMirrorAndRotate90: "right-mirrored",
    _Turn.TransformationFlipAndRotate90: "left-mirrored",
    _Turn.TransformationRotate270: "left",
}
_TURNS = {90: "right", 180: "down", 270: "left"}


class QtMedia(QObject):
    """The `MediaPort` of the host. Only with `dialogs` "ask" somebody is asked; `album` is where saved pictures go."""

    def __init__(
        self, parent: QObject | None = None, *, dialogs: DialogAnswers = "ask", album: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._dialogs = dialogs
        self._album = album

    def pick(self, request: PickRequest, reply: PickReply) -> None:
        """Opens a file dialog; its end is the answer."""
        if self._dialogs != "ask":
            bundled = PickedFile("film.mp4", bundled_film()) if request.kind == "video" else _picture_file()
            reply([] if self._dialogs == "cancel" else [bundled])
            return
        dialog = QFileDialog(QApplication.activeWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        many = QFileDialog.FileMode.ExistingFiles if request.count > 1 else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(many)
        dialog.setNameFilters(_filters(request))
        dialog.finished.connect(lambda accepted: reply(_read(dialog.selectedFiles()[: request.count], accepted != 0)))
        dialog.open()

    def image_facts(self, data: bytes) -> ImageFacts | None:
        """Size as it is shown, type and orientation."""
        buffer = _buffer(data)
        reader = QImageReader(buffer)
        size = reader.size()
        kind = bytes(reader.format().data()).decode("ascii")
        if not size.isValid() or not kind:
            return None
        turn = reader.transformation()
        is_turned = turn.value & _Turn.TransformationRotate90.value
        width, height = (size.height(), size.width()) if is_turned else (size.width(), size.height())
        return ImageFacts(width, height, "jpeg" if kind == "jpg" else kind, _ORIENTATIONS.get(turn, "up"))

    def video_facts(self, data: bytes, reply: FilmReply) -> None:
        """Asks a decoder."""

        def found(film: Film | None) -> None:
            # What has no picture is a sound.
            if film is None or film.facts.width == 0:
                return reply(None)
            facts = film.facts
            orientation = _TURNS.get(facts.turn, "up")
            duration, rate = facts.duration_ms / 1000, facts.rate
            return reply(VideoFacts(facts.width, facts.height, duration, rate, film.cover, orientation))

        probe(data, found, self)

    def compress(self, data: bytes, quality: int, width: int, height: int) -> bytes | None:
        """A JPEG of the picture, turned upright; one of `width` and `height` may be 0."""
        image = _upright(data)
        if image.isNull():
            return None
        if width or height:
            across = (width or image.width() * height / image.height()) / image.width()
            down = (height or image.height() * width / image.width()) / image.height()
            image = image.transformed(QTransform.fromScale(across, down), Qt.TransformationMode.SmoothTransformation)
        return _encoded(image, b"JPEG", quality)

    def cut(self, data: bytes, part: Part) -> bytes | None:
        """From the picture turned upright; at least one pixel is left."""
        image = _upright(data)
        if image.isNull():
            return None
        turned = image.transformed(QTransform().rotate(90 * (part.quarters % 4)))
        left, across = _pixels(part.left, part.width, turned.width())
        top, down = _pixels(part.top, part.height, turned.height())
        return _encoded(turned.copy(QRect(left, top, across, down)), b"JPEG", CUT_QUALITY)

    def read_codes(self, data: bytes) -> Sequence[FoundCode]:
        """By the picture as it is turned upright."""
        return read_codes(data)

    def save_to_album(self, data: bytes, suffix: str) -> None:
        """Keeps a file in the album's folder."""
        if self._album is not None:
            write_private(make_private_folder(self._album) / f"{secrets.token_hex(8)}{suffix}", data)


def bundled_film() -> bytes:
    """An MP4 of bars and a block that moves, six seconds."""
    return files("resources").joinpath("media", "test-card.mp4").read_bytes()


def _picture_file() -> PickedFile:
    return PickedFile("picture.png", bundled_picture())


def bundled_picture() -> bytes:
    """A PNG with a sky over a field, drawn here so that nobody's photograph is needed."""
    width, height = BUNDLED_SIZE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor("#5b9bd5"))
    sky.setColorAt(0.65, QColor("#dcebf7"))
    sky.setColorAt(0.66, QColor("#7fb069"))
    sky.setColorAt(1, QColor("#3f7d3a"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#ffd166"))
    painter.drawEllipse(width - 170, 60, 100, 100)
    painter.end()
    return _encoded(image, b"PNG", -1)


def _filters(request: PickRequest) -> list[str]:
    suffixes = {"image": IMAGE_SUFFIXES, "video": VIDEO_SUFFIXES, "media": IMAGE_SUFFIXES + VIDEO_SUFFIXES}
    wanted = request.extensions or suffixes.get(request.kind, ())
    return [f"({' '.join(f'*.{one.lstrip(chr(46))}' for one in wanted)})"] if wanted else ["(*)"]


def _read(paths: list[str], is_accepted: bool) -> list[PickedFile]:
    if not is_accepted:
        return []
    return [PickedFile(Path(path).name, Path(path).read_bytes()) for path in paths if Path(path).is_file()]


def _upright(data: bytes) -> QImage:
    buffer = _buffer(data)  # the reader does not own it
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return QImage()
    reader.setAutoTransform(True)
    return reader.read()


def _pixels(start: float, share: float, whole: int) -> tuple[int, int]:
    """Start and length of a part of a length, given in shares of it."""
    first, length = (round(value * whole) if math.isfinite(value) else 0 for value in (start, share))
    first = max(0, min(whole - 1, first))
    return first, max(1, min(whole - first, length))


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _encoded(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _make(around: Surroundings, _project: Project) -> MediaPort:
    return QtMedia(around.owner, dialogs=around.dialogs, album=around.folders.album)


REAL: Real[MediaPort] = Real(MEDIA, _make)
