"""The window comes back where it was, but never off the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ide.widgets.screen_place import kept_inside
from tests.support.ide_desk import IdeDesk, make_project

ROOM = QRect(0, 30, 1120, 670)


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (QRect(50, 60, 900, 600), QRect(50, 60, 900, 600)),
        (QRect(0, 0, 1680, 1000), ROOM),
        (QRect(900, 400, 900, 600), QRect(220, 100, 900, 600)),
        (QRect(-300, -20, 900, 600), QRect(0, 30, 900, 600)),
        (QRect(5000, 5000, 900, 600), QRect(220, 100, 900, 600)),
    ],
)
def test_a_window_stays_inside_its_screen(window: QRect, expected: QRect) -> None:
    assert kept_inside(window, ROOM) == expected


@pytest.mark.window
@pytest.mark.browser
def test_a_geometry_of_a_larger_screen_is_brought_inside(qtbot: QtBot, tmp_path: Path) -> None:
    large = QMainWindow()
    qtbot.addWidget(large)
    large.setGeometry(2000, 1500, 1600, 1400)
    first = IdeDesk(qtbot, tmp_path / "config")
    geometry = bytes(QByteArray(large.saveGeometry()).toBase64().data()).decode()
    first.settings.update(geometry=geometry)
    window = IdeDesk(qtbot, tmp_path / "config").window
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry().topLeft())
    assert window.height() < room.height()
    assert window.y() > room.top()


@pytest.mark.window
@pytest.mark.browser
def test_the_tree_stands_beside_the_debugger_and_the_toolbar_is_low(qtbot: QtBot, tmp_path: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(make_project(tmp_path / "project"))
    window = desk.window
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.tree.height() > window.debugger.height() + window.editor.height())
    assert window.toolbar.height() <= 36
    assert window.toolbar.minimumSizeHint().width() <= 1100
    assert min(window.editor.width(), window.debugger.width()) > 400
    window.toolbar.toggles["editor"].click()
    assert window.debugger.isVisible()
    assert not window.tree.isVisible()
    window.toolbar.toggles["debugger"].click()
    assert not window.debugger.isVisible()
    assert window.phone.isVisible()


@pytest.mark.window
@pytest.mark.browser
def test_no_panel_makes_the_window_wider(qtbot: QtBot, tmp_path: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(make_project(tmp_path / "project"))
    window = desk.window
    window.resize(1100, 700)
    for name in window.actions_by_name.panels:
        window.debugger.show_panel(name)
        window.debugger.panel(name).setMinimumWidth(3000)
    qtbot.waitUntil(lambda: window.width() == 1100)
    assert window.minimumSizeHint().width() <= 1100
