"""Pictures are shown as long as reading them cannot hold the window up."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ide.panels.editor.placeholder import Placeholder


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def placeholder(parent: QWidget) -> Placeholder:
    return Placeholder(parent)


def test_a_picture_is_shown(placeholder: Placeholder, tmp_path: Path) -> None:
    QImage(30, 20, QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    placeholder.show_message("a.png", "", tmp_path / "a.png")
    assert placeholder.picture_size == (30, 20)


def test_a_picture_that_says_it_is_giant_is_not_read(placeholder: Placeholder, tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(header)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (tmp_path / "giant.png").write_bytes(data)
    placeholder.show_message("giant.png", "It is a binary file.", tmp_path / "giant.png")
    assert placeholder.picture_size == (0, 0)


def test_what_is_no_file_is_not_waited_for(placeholder: Placeholder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("pipe.png", "none.png", ""):
        placeholder.show_message(name, "", tmp_path / name)
        assert placeholder.picture_size == (0, 0)
