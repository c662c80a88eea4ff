"""The settings as a user has them, hangs, and building npm, in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from ide.models.program_control import RunRules
from runtime.diagnostics import Diagnostic, Span
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IdeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(make_project(tmp_path / "project"))
    return desk


def test_choices_count_at_once_and_stay(desk: IdeDesk) -> None:
    dialog = desk.window.show_settings()
    dialog.restart.click()
    dialog.font_size.setValue(20)
    dialog.memory.setValue(256)
    dialog.saving.click()
    assert desk.program.calls[-1] == ("use_rules", RunRules("en", False, 256))
    assert not desk.window.actions_by_name["restart_after_hang"].isChecked()
    stored = json.loads((desk.settings.folder / "settings.json").read_text("utf-8"))
    assert (stored["editor_font_px"], stored["saves_on_change"], stored["memory_limit_mb"]) == (20, True, 256)


def test_the_language_opens_the_settings_anew(desk: IdeDesk) -> None:
    dialog = desk.window.show_settings()
    dialog.language.setCurrentIndex(1)
    dialog.language.activated.emit(1)
    assert desk.window.findChildren(type(dialog))[-1].windowTitle() == "设置"
    assert desk.program.calls[-1] == ("use_rules", RunRules("zh", True, 512))


def test_settings_and_keys_are_found_by_part_of_their_names(desk: IdeDesk) -> None:
    dialog = desk.window.show_settings()
    dialog.search_box.setText("memory")
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "Simulator"
    assert dialog.memory.isVisibleTo(dialog)
    assert not dialog.restart.isVisibleTo(dialog)
    dialog.search_box.setText("quick")
    assert not any(dialog.tabs.isTabEnabled(index) for index in range(dialog.tabs.count()))
    dialog.search_box.setText("go to file")
    keys = dialog.findChild(QTableWidget, "keymap")
    assert isinstance(keys, QTableWidget)
    assert dialog.tabs.currentWidget() is keys
    shown = [row for row in range(keys.rowCount()) if not keys.isRowHidden(row)]
    assert [[keys.item(row, column).text() for column in range(3)] for row in shown] == [
        ["Go to file", "File", "Ctrl+P"]
    ]
    dialog.search_box.clear()
    assert dialog.restart.isVisibleTo(dialog) or dialog.tabs.currentWidget() is keys


def test_typing_saves_by_itself_if_wanted(desk: IdeDesk) -> None:
    desk.window.preferences.change(saves_on_change=True)
    desk.open_file("app.js", 1, 1)
    desk.type("// typed ")
    desk.wait(lambda: (desk.bench.root / "app.js").read_text().startswith("// typed "), "the text on disk")
    desk.wait(lambda: not desk.bench.documents["app.js"].is_dirty, "a clean document")


def test_a_hanging_program_is_dimmed_and_started_again(desk: IdeDesk) -> None:
    desk.program.tell(lambda one: one.state_changed("hung", "pages/index/index onTap (pages/index/index.js:3)"))
    overlay = desk.window.phone.mishap
    assert overlay.isVisible()
    assert "index.js:3" in overlay.detail.text()
    QTest.mouseClick(overlay.buttons["restart_here"], Qt.MouseButton.LeftButton)
    assert desk.program.calls[-1] == ("restart_here",)
    desk.program.tell(lambda one: one.state_changed("running", ""))
    assert not overlay.isVisible()


def test_npm_is_offered_once_and_built(desk: IdeDesk) -> None:
    root = desk.bench.root
    package = root / "node_modules" / "left"
    package.mkdir(parents=True)
    (root / "package.json").write_text('{"dependencies": {"left": "1"}}')
    (package / "package.json").write_text('{"name": "left", "version": "1.0.0", "main": "index.js"}')
    (package / "index.js").write_text("module.exports = 1;\n")
    desk.bench.diagnostics_changed([Diagnostic("npm/packed-in-memory", Span("package.json"), {"packages": "left"})])
    button = desk.window.notice.findChild(QPushButton, "notice_build_npm")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: (root / "miniprogram_npm" / "left" / "index.js").is_file(), "the built package")
    desk.wait(lambda: desk.program.calls[-1][0] == "launch", "another start")
    desk.bench.diagnostics_changed([Diagnostic("npm/packed-in-memory", Span("package.json"), {"packages": "left"})])
    assert desk.window.notice.notice is None
    desk.wait(lambda: desk.window.status.currentMessage().startswith("npm built"), "the end of the build")
    (root / "miniprogram_npm" / "left" / "index.js").unlink()
    QTest.mouseClick(desk.window.status.npm, Qt.MouseButton.LeftButton)
    desk.wait(lambda: (root / "miniprogram_npm" / "left" / "index.js").is_file(), "the package built again")
