"""Packages that are installed or copied in while the window is open are taken up, and the finding goes away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

PROGRAM = {
    "package.json": '{"dependencies": {"left-pad": "1.0.0", "@soft/ui": "1.0.0"}}',
    "pages/index/index.js": "const pad = require('left-pad'); Page({ data: { text: pad('x') } })\n",
    "pages/index/index.json": '{"usingComponents": {"ui-card": "@soft/ui/card/card"}}',
    "pages/index/index.wxml": "<view>{{text}}</view><ui-card/>\n",
}
PACKAGES = {
    "left-pad/package.json": '{"name": "left-pad", "version": "1.0.0", "main": "index.js"}',
    "left-pad/index.js": "module.exports = (text) => `padded ${text}`;\n",
    "@soft/ui/package.json": '{"name": "@soft/ui", "version": "1.0.0", "miniprogram": "dist"}',
    "@soft/ui/dist/card/card.js": "Component({})\n",
    "@soft/ui/dist/card/card.json": '{"component": true}',
    "@soft/ui/dist/card/card.wxml": "<text>card</text>\n",
}


def press(desk: WholeDesk, label: str) -> None:
    button = next(one for one in desk.window.notice.findChildren(QPushButton) if one.text() == label)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["copied", "copied piece by piece", "installed"])
def test_missing_packages_that_come_are_taken_up(qtbot: QtBot, tmp_path: Path, way: str) -> None:
    root = write_project(make_project(tmp_path / "project"), PROGRAM)
    packages = write_project(tmp_path / "elsewhere", PACKAGES)
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.wait(lambda: desk.window.status.errors.text() != "0", "the findings")
    desk.wait(lambda: "missing_packages" in desk.window.notices, "what is said above the content")
    press(desk, "Copy command")
    assert QGuiApplication.clipboard().text() == "npm install"
    assert "missing_packages" not in desk.window.notices
    state = desk.window.status.npm
    assert state.text() == "npm: packages missing"
    QTest.mouseClick(state, Qt.MouseButton.LeftButton)
    assert "missing_packages" in desk.window.notices
    if way == "copied":
        shutil.copytree(packages, root / "node_modules")
    else:
        (root / "node_modules").mkdir()
        for package in ("left-pad", "@soft"):
            shutil.copytree(packages / package, root / "node_modules" / package)
    if way == "installed":
        (root / "node_modules/.package-lock.json").write_text("{}")
    desk.wait(lambda: desk.window.status.errors.text() == "0", "no findings")
    desk.wait(lambda: desk.verdict.startswith("Restarted"), "the restart")
    desk.user.see_text("view", "padded x")
    desk.wait(lambda: state.text() == "npm: not built" and "build_npm" in desk.window.notices, "the offer to build")
    shutil.rmtree(root / "node_modules")
    desk.wait(lambda: desk.window.status.errors.text() != "0", "the findings again")
    desk.wait(lambda: state.text() == "npm: packages missing", "the state again")
    assert "build_npm" not in desk.window.notices
