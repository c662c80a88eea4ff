"""Every control of the window has a name that a screen reader can say."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView)
QTS_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")


def is_qts_own(widget: QWidget) -> bool:
    """A part that a control of Qt's has made for itself."""
    own_names = widget.objectName().startswith(QTS_OWN)
    return own_names or isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit | QAbstractItemView)


def nameless(window: QWidget) -> list[str]:
    """Controls that are there and have no name."""
    found = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisibleTo(window) and not is_qts_own(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            placeholder = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
            if not (interface.text(QAccessible.Text.Name) or widget.toolTip() or placeholder):
                parent = widget.parentWidget()
                found.append(f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    window = desk.window
    wrong: dict[str, list[str]] = {"welcome": nameless(window)}
    desk.open(make_project(tmp_path / "project"))
    wrong["window"] = nameless(window)
    for name in window.actions_by_name.panels:
        window.debugger.show_panel(name)
        wrong[name] = nameless(window.debugger.panel(name))
    dialog = window.show_settings()
    for index in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(index)
        wrong[f"settings {index}"] = nameless(dialog)
    assert {where: names for where, names in wrong.items() if names} == {}
