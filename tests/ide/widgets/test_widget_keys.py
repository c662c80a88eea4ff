"""Keys that belong to one widget."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ide.widgets.widget_keys import on_keys
from tests.support.waiting import wait_until

pytestmark = pytest.mark.window


def test_they_act_where_the_keyboard_is_and_nowhere_else(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    owner, other, inner = QListWidget(), QLineEdit("text"), QWidget()
    field = QLineEdit(inner)
    layout = QVBoxLayout(window)
    for widget in (owner, other, inner):
        layout.addWidget(widget)
    done: list[str] = []
    on_keys(owner, "Del", lambda: done.append("owner"))
    on_keys(inner, "Ctrl+F", lambda: done.append("inner"), with_children=True)
    window.show()
    window.activateWindow()
    wait_until(window.isActiveWindow, "the window")
    other.setFocus()
    other.setCursorPosition(0)
    QTest.keyClick(other, Qt.Key.Key_Delete)
    QTest.keyClick(other, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert (done, other.text()) == ([], "ext")
    owner.setFocus()
    QTest.keyClick(owner, Qt.Key.Key_Delete)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert done == ["owner", "inner"]
