"""`python -m simulator.documents.drawing`: draws the PDF that comes through its pipe, and ends. It reads no file and
asks no network. Each page goes out as a JPEG after its length (`wire.py`); one that cannot be read
ends it with 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from runtime.systems.processes import allow_cpu_seconds, keep_files_private, limit_used_memory, make_pipes_binary
from runtime.systems.signals import leave_interrupt_to_parent
from simulator.documents.wire import MAX_BYTES, MAX_PAGES, picture_frame

MEMORY_LIMIT_MB = 1536
CPU_SECONDS = 60
WIDTH_PX = 860
"""Of a page: twice that of a phone, so that small print can be read."""
MAX_HEIGHT_PX = 4096
_QUALITY = 80


def main() -> int:
    """Runs once."""
    leave_interrupt_to_parent()
    make_pipes_binary()
    keep_files_private()
    limit_used_memory(MEMORY_LIMIT_MB)
    allow_cpu_seconds(CPU_SECONDS)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever the libraries print reaches nobody.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _draw(incoming.read(), outgoing)


def _draw(data: bytes, outgoing: BinaryIO) -> int:
    from PySide6.QtGui import QGuiApplication

    # Fonts need one.
    _application = QGuiApplication([])
    sent = pages = 0
    for picture in _pictures(data):
        outgoing.write(picture_frame(picture))
        sent, pages = sent + len(picture), pages + 1
        if sent > MAX_BYTES or pages == MAX_PAGES:
            break
    outgoing.flush()
    return 0 if pages else 1


def _pictures(data: bytes) -> Iterator[bytes]:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    if document.error() != QPdfDocument.Error.None_:
        return
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        if points.width() <= 0 or points.height() <= 0:
            continue
        height = min(MAX_HEIGHT_PX, max(1, round(WIDTH_PX * points.height() / points.width())))
        page = document.render(number, QSize(WIDTH_PX, height))
        # What a page leaves empty is paper.
        paper = QImage(page.size(), QImage.Format.Format_RGB32)
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, page)
        painter.end()
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        # The stub of the package wants bytes for the format, the library a text.
        paper.save(out, "JPEG", _QUALITY)  # type: ignore[call-overload]
        yield bytes(out.data().data())


if __name__ == "__main__":
    sys.exit(main())
