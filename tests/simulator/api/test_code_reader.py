"""Codes in pictures."""

from __future__ import annotations

import pytest
import zxingcpp
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter

from simulator.api.code_reader import LONGEST_SIDE_PX, read_codes

FORMATS = {
    "QR_CODE": "QRCode",
    "CODE_128": "Code128",
    "DATA_MATRIX": "DataMatrix",
    "AZTEC": "Aztec",
    "PDF_417": "PDF417",
}


def picture(name: str, text: str, width: int = 600, height: int = 400) -> bytes:
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, name))
    drawn = QImage.fromData(zxingcpp.write_barcode_to_svg(code).encode("utf-8"), "SVG")
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    size = min(width, height) * 2 // 3
    painter.drawImage(20, 20, drawn.scaledToWidth(size) if name != "Code128" else drawn)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_code_is_read_with_its_kind(kind: str) -> None:
    (code,) = read_codes(picture(FORMATS[kind], "Handset 42"))
    assert (code.text, code.kind, code.data) == ("Handset 42", kind, b"Handset 42")


def test_text_of_any_language_is_read() -> None:
    (code,) = read_codes(picture("QRCode", "你好"))
    assert code.text == "你好"


def test_a_large_picture_is_made_smaller_first() -> None:
    (code,) = read_codes(picture("QRCode", "large", LONGEST_SIDE_PX * 3, LONGEST_SIDE_PX * 2))
    assert code.text == "large"


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"x" * 100])
def test_what_is_no_picture_has_no_codes(data: bytes) -> None:
    assert read_codes(data) == []
