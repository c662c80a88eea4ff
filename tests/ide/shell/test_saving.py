"""Saving to the project works whatever happens to Handset's own files, and the user is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ide.shell.start_guard import PROVEN_MS
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

HANG = "setTimeout(() => { for (const end = Date.now() + 6000; Date.now() < end;) ; })"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def press_notice(desk: IdeDesk, answer: str) -> None:
    button = desk.window.notice.findChild(QPushButton, f"notice_{answer}")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_ctrl_s_saves_when_nothing_of_handset_can_be_written(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    (tmp_path / "config").write_text("a file in the way of the folder")
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file("app.js", 1, 1)
    desk.type("// kept ")
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: (root / "app.js").read_text() == "// kept App({})\n", "the text on disk")
    assert desk.window.notice.notice is not None
    assert desk.window.notice.notice.key == "own_files_refused"
    press_notice(desk, "ok")
    desk.type("again ")
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: (root / "app.js").read_text() == "// kept again App({})\n", "the next text on disk")
    assert desk.window.notice.notice is None


def test_half_an_emoji_does_not_keep_the_file_from_being_saved(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file("app.js", 1, 1)
    desk.script("monaco.editor.getModels()[0].setValue('x\\ud83dy'); 1")
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: (root / "app.js").read_text("utf-8") == "x\ufffdy", "the text on disk")
    assert not desk.bench.documents["app.js"].is_dirty


def test_an_editor_that_hangs_does_not_keep_the_file_from_being_saved(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file("app.js", 1, 1)
    desk.type("// typed ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("// typed "), "the text")
    desk.window.editor.page.page().runJavaScript(HANG)
    qtbot.waitUntil(lambda: not answers_within(desk, 300), timeout=5000)
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: (root / "app.js").read_text().startswith("// typed "), "the text on disk")
    assert "does not answer" in desk.window.status.currentMessage()


def answers_within(desk: IdeDesk, timeout_ms: int) -> bool:
    """Whether the page answers in this time."""
    answers: list[object] = []
    loop = QEventLoop()
    desk.window.editor.page.page().runJavaScript("1", 0, lambda answer: (answers.append(answer), loop.quit()))
    QTimer.singleShot(timeout_ms, loop.quit)
    loop.exec()
    return bool(answers)


def test_settings_that_cannot_be_understood_are_put_aside_and_named(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config/settings.json").write_text('{"theme": "green"}')
    desk = IdeDesk(qtbot, tmp_path / "config")
    assert desk.window.notice.isVisible()
    assert (tmp_path / "config/settings.broken.json").read_text() == '{"theme": "green"}'


def test_a_project_that_froze_its_start_is_offered(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    frozen = IdeDesk(qtbot, tmp_path / "config")
    frozen.open(root)
    later = IdeDesk(qtbot, tmp_path / "config")
    later.window.open_last_project()
    assert later.window.workbench is None
    assert later.window.welcome.isVisible()
    press_notice(later, "open_anyway")
    assert later.bench.root == root
    assert later.window.notice.notice is None


def test_a_project_that_started_well_is_opened_again(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.bench.state_changed("starting", "")
    assert desk.settings.settings.starting_project == str(root)
    desk.bench.state_changed("running", "")
    qtbot.waitUntil(lambda: desk.settings.settings.starting_project == "", timeout=PROVEN_MS * 3)
    later = IdeDesk(qtbot, tmp_path / "config")
    later.window.open_last_project()
    assert later.bench.root == root


def test_a_project_that_was_closed_in_good_order_is_opened_again(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.window.close()
    desk.wait(lambda: desk.window.workbench is None, "the end")
    later = IdeDesk(qtbot, tmp_path / "config")
    later.window.open_last_project()
    assert later.bench.root == root


def test_keys_just_before_ctrl_s_are_saved_too(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file("app.js", 1, 1)
    for number in range(12):
        desk.type(f"/*{number}*/")
        desk.press(Qt.Key.Key_S, CONTROL)
        desk.wait(lambda number=number: f"/*{number}*/" in (root / "app.js").read_text(), "all keys")  # type: ignore[misc]
