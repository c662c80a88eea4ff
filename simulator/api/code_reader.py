"""Reads QR codes, bar codes and their relatives out of a picture."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from runtime.api.ports.media import FoundCode

LONGEST_SIDE_PX = 2000
"""A code that a person would hold a phone to is large in a picture; reading a hundred megapixels takes seconds."""
MOST_PIXELS = 64 * 1024 * 1024
"""Qt holds no more in full colour; of fewer colours it would, and then work on them for seconds."""
_KINDS = MappingProxyType({
    "Aztec": "AZTEC", "Codabar": "CODABAR", "Code39": "CODE_39", "Code93": "CODE_93", "Code128": "CODE_128",
    "DataMatrix": "DATA_MATRIX", "EAN8": "EAN_8", "EAN13": "EAN_13", "ITF": "ITF", "MaxiCode": "MAXICODE",
    "PDF417": "PDF_417", "QRCode": "QR_CODE", "DataBarOmni": "RSS_14", "DataBarExp": "RSS_EXPANDED", "UPCA": "UPC_A",
    "UPCE": "UPC_E",
})  # fmt: skip


def read_codes(data: bytes) -> list[FoundCode]:
    """Those that the platform knows, in no particular order."""
    image = _grey(data)
    if image is None:
        return []
    # Loaded with the first scan.
    import zxingcpp

    found = zxingcpp.read_barcodes(image)
    return [
        FoundCode(code.text, _KINDS[kind], bytes(code.bytes)) for code in found if (kind := code.format.name) in _KINDS
    ]


def _grey(data: bytes) -> QImage | None:
    kept = QByteArray(data)
    buffer = QBuffer(kept)  # the reader does not own it
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > LONGEST_SIDE_PX:
        fits = QSize(LONGEST_SIDE_PX, LONGEST_SIDE_PX)
        reader.setScaledSize(size.scaled(fits, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_Grayscale8)
