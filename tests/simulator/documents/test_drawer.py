"""PDF documents as pictures: whole, damaged, none at all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from simulator.documents.drawer import draw_pdf
from simulator.documents.wire import MAX_PAGES, picture_frame, pictures_in
from tests.support.waiting import wait_until


def pdf(*colors: str) -> bytes:
    """A page of each colour."""
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    painter = QPainter(writer)
    for place, color in enumerate(colors):
        if place:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height(), QColor(color))
    painter.end()
    return bytes(out.data().data())


def drawn(data: bytes) -> Sequence[bytes] | None:
    owner = QObject()
    heard: list[Sequence[bytes] | None] = []
    draw_pdf(data, heard.append, owner)
    wait_until(lambda: heard, "the drawing")
    (pages,) = heard
    return pages


def test_each_page_is_a_picture(qtbot: QtBot) -> None:
    pages = drawn(pdf("#ff0000", "#0000ff"))
    assert pages is not None
    pictures = [QImage.fromData(page) for page in pages]
    middles = [one.pixelColor(one.width() // 2, one.height() // 2) for one in pictures]
    assert [(color.red() > 240, color.blue() > 240) for color in middles] == [(True, False), (False, True)]
    assert {one.width() for one in pictures} == {860}


@pytest.mark.parametrize(
    "data",
    [b"", b"no document", b"%PDF-1.7\n" + b"\xff" * 5000, pdf("red")[:200]],
    ids=["empty", "text", "noise", "cut"],
)
def test_what_is_no_document_has_no_pages(qtbot: QtBot, data: bytes) -> None:
    assert drawn(data) is None


def test_half_a_picture_is_none() -> None:
    sent = picture_frame(b"one") + picture_frame(b"two")
    assert pictures_in(sent) == [b"one", b"two"]
    assert pictures_in(sent[:-1]) == [b"one"]
    assert pictures_in(b"\xff\xff\xff\xff") == []
    assert len(pictures_in(picture_frame(b"") * (MAX_PAGES + 5))) == MAX_PAGES
