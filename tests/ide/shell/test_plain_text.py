"""Names and values that look like HTML are shown as they are, in the whole window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ide.widgets.plain_text import LONGEST_TIP, PlainLabel, plain_tip
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

PICTURE = "<img src='x' width='120'>"


def rich_texts(window: QWidget) -> list[str]:
    """What Qt would take for HTML although nobody said so."""
    found = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() == Qt.TextFormat.AutoText and GuiQt.mightBeRichText(label.text())
    ]
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            rows = [model.index(row, 0, QModelIndex()) for row in range(model.rowCount(QModelIndex()))]
            tips += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in rows]
    return found + [tip for tip in tips if "<img" in tip]


def test_a_project_of_hostile_names(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "<img src='y'>")
    (root / f"{PICTURE}.js").write_text("App({})")
    (root / "pages/index/index.wxml").write_text(f'<view wx:if="{{{{a ]}}}}" data-x="{PICTURE}">{PICTURE}</view>')
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file(f"{PICTURE}.js")
    assert PICTURE in desk.window.windowTitle() or root.name in desk.window.windowTitle()
    assert rich_texts(desk.window) == []


def test_tips_and_labels(qtbot: QtBot) -> None:
    assert plain_tip("pages/index") == "pages/index"
    assert plain_tip("a < b") == "a < b"
    assert "<img" not in plain_tip(PICTURE)
    assert "&lt;img" in plain_tip(PICTURE)
    assert len(plain_tip("x" * 1_000_000)) == LONGEST_TIP
    label = PlainLabel(PICTURE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
