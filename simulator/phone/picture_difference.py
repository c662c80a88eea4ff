"""Where two pictures of the phone differ."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage, QPainter


@dataclass(frozen=True, slots=True)
class PictureDifference:
    """How many pixels differ, and a picture of them: red on what is the same, faded."""

    count: int
    share: float
    image: QImage


def compare(kept: QImage, found: QImage, difference: int) -> PictureDifference:
    """Pixel by pixel, two pictures of the same size."""
    form = QImage.Format.Format_RGBX8888
    apart = kept.convertToFormat(form)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, found.convertToFormat(form))
    painter.end()
    data = bytes(apart.constBits())
    over = bytes(0 if value <= difference else 255 for value in range(256))
    red, green, blue = (data[start::4].translate(over) for start in range(3))
    mask = _joined(red, green, blue)
    count = mask.count(255)
    faded = QImage(kept.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(form))
    painter = QPainter(faded)
    painter.fillRect(faded.rect(), QColor(255, 255, 255, 190))
    stencil = QImage(mask, apart.width(), apart.height(), apart.width(), QImage.Format.Format_Alpha8)
    marks = QImage(apart.size(), QImage.Format.Format_ARGB32_Premultiplied)
    marks.fill(QColor(220, 0, 0))
    inner = QPainter(marks)
    inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    inner.drawImage(0, 0, stencil)
    inner.end()
    painter.drawImage(0, 0, marks)
    painter.end()
    return PictureDifference(count, count / max(1, len(mask)), faded)


def _joined(*masks: bytes) -> bytes:
    """A pixel that differs in one colour differs."""
    length = len(masks[0])
    joined = 0
    for mask in masks:
        joined |= int.from_bytes(mask, "little")
    return joined.to_bytes(length, "little")
