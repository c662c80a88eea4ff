"""What the window asks of the editor page comes after the keys that were pressed before it, however late those are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ide.models.editor_messages import AfterKeys, FromPage, SetMarkers, Text
from ide.panels.editor.key_marks import ALL_HELD
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

ROUNDS = 5
# Uses up one processor, as long as its parent lives.
HOG = "import os, sys\nos.sched_setaffinity(0, {int(sys.argv[1])})\nwhile os.getppid() == int(sys.argv[2]): pass"

FAIL_ONCE = """
const real = monaco.editor.setModelMarkers;
monaco.editor.setModelMarkers = () => {
  monaco.editor.setModelMarkers = real;
  throw Error('no markers');
};
1"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    desk.open_file("app.wxss", 1, 1)
    desk.open_file("app.js", 1, 1)
    return desk


def record(desk: IdeDesk) -> list[FromPage]:
    """What the page sends from now on."""
    heard: list[FromPage] = []
    go_on = desk.window.editor.page.received

    def receive(message: FromPage) -> None:
        heard.append(message)
        go_on(message)

    desk.window.editor.page.received = receive
    return heard


def let_time_pass(desk: IdeDesk) -> None:
    """For the page to do what it does without being told."""
    desk.script("passed = false; setTimeout(() => { passed = true; }, 500); 1")
    desk.wait(lambda: desk.script("passed") is True, "half a second")


def press_mark(desk: IdeDesk, key: Qt.Key) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Press, desk.key_target(), key, "", ALL_HELD)


@pytest.fixture
def late_keys(desk: IdeDesk) -> Iterator[None]:
    """Keys reach a page through its thread that draws, and messages do not: this thread hardly gets on."""
    tasks = Path(f"/proc/{desk.window.editor.page.page().renderProcessPid()}/task")
    drawing = next(int(task.name) for task in tasks.iterdir() if (task / "comm").read_text() == "Compositor\n")
    processor = min(os.sched_getaffinity(0))
    hog = subprocess.Popen([sys.executable, "-c", HOG, str(processor), str(os.getpid())])
    os.sched_setaffinity(drawing, {processor})
    os.setpriority(os.PRIO_PROCESS, drawing, 19)
    yield
    hog.kill()
    hog.wait()


@pytest.mark.usefixtures("late_keys")
def test_a_save_that_reports_nothing_has_all_keys(desk: IdeDesk, root: Path) -> None:
    reports: list[str] = []
    desk.window.editor.reported.connect(reports.append)
    for number in range(ROUNDS):
        desk.type(f"/*{number}*/")
        answers: list[bool] = []
        desk.bench.editor.save("", answers.append)
        desk.wait(lambda answers=answers: bool(answers), "the end of saving")  # type: ignore[misc]
        assert f"/*{number}*/" in (root / "app.js").read_text() or "does not answer" in "".join(reports)
        reports.clear()


def test_a_text_is_sent_when_the_mark_has_come_and_has_the_keys_before_it(desk: IdeDesk, root: Path) -> None:
    heard = record(desk)
    saved: list[bool] = []
    desk.window.editor.page.send(AfterKeys("F24"))
    desk.bench.editor.save("", saved.append)
    let_time_pass(desk)
    assert not any(isinstance(message, Text) for message in heard)
    desk.type("// late ")
    press_mark(desk, Qt.Key.Key_F24)
    desk.wait(lambda: bool(saved), "the end of saving")
    assert (root / "app.js").read_text() == "// late App({})\n"


def test_keys_stay_in_the_file_that_they_were_pressed_in(desk: IdeDesk) -> None:
    desk.window.editor.page.send(AfterKeys("F24"))
    desk.bench.editor.activate("app.wxss")
    let_time_pass(desk)
    desk.type("// late ")
    press_mark(desk, Qt.Key.Key_F24)
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("// late "), "the keys")
    desk.type("/* here */")
    desk.wait(lambda: desk.bench.documents["app.wxss"].text.startswith("/* here */"), "the keys of the other file")
    assert desk.bench.documents["app.js"].text == "// late App({})\n"


def test_marks_type_nothing_and_those_that_came_early_count(desk: IdeDesk) -> None:
    before = desk.script("monaco.editor.getModels().map((model) => model.getValue()).join()")
    for key in (Qt.Key.Key_F13, Qt.Key.Key_F24, Qt.Key.Key_F23):
        press_mark(desk, key)
    desk.script("1")
    heard = record(desk)
    desk.window.editor.page.send(AfterKeys("F24"))
    desk.window.editor.page.send(AfterKeys("F23"))
    desk.bench.editor.save()
    desk.wait(lambda: any(isinstance(message, Text) for message in heard), "the text")
    assert desk.script("monaco.editor.getModels().map((model) => model.getValue()).join()") == before


def test_a_mark_that_is_lost_does_not_stop_the_page(desk: IdeDesk, root: Path) -> None:
    reports: list[str] = []
    desk.window.editor.reported.connect(reports.append)
    desk.type("// typed ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("// typed "), "the keys")
    desk.window.editor.page.send(AfterKeys("F24"))
    desk.bench.editor.save()
    desk.wait(lambda: (root / "app.js").read_text() == "// typed App({})\n", "the text on disk")
    assert "does not answer" in "".join(reports)
    desk.type("again ")
    desk.bench.editor.save()
    desk.wait(lambda: (root / "app.js").read_text() == "// typed again App({})\n", "the next text on disk")


@pytest.mark.qt_log_ignore("Uncaught Error: no markers")
def test_a_message_that_fails_is_told_and_the_next_is_heard(desk: IdeDesk, root: Path) -> None:
    reports: list[str] = []
    desk.window.editor.reported.connect(reports.append)
    desk.script(FAIL_ONCE)
    desk.window.editor.page.send(SetMarkers("app.js", []))
    desk.wait(lambda: bool(reports), "the report")
    desk.type("// heard ")
    desk.bench.editor.save()
    desk.wait(lambda: (root / "app.js").read_text() == "// heard App({})\n", "the text on disk")


def test_a_page_behind_a_picture_saves_its_last_keys(desk: IdeDesk, root: Path) -> None:
    (root / "one.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    desk.type("// last ")
    desk.bench.editor.open("one.png")
    assert not desk.window.editor.page.isVisible()
    desk.bench.editor.save("app.js")
    desk.wait(lambda: (root / "app.js").read_text() == "// last App({})\n", "the text on disk")


def test_a_save_leaves_what_an_input_method_composes(desk: IdeDesk, root: Path) -> None:
    desk.type(" ")
    target = desk.key_target()
    QApplication.sendEvent(target, QInputMethodEvent("ni", []))
    saved: list[bool] = []
    desk.bench.editor.save("", saved.append)
    desk.wait(lambda: bool(saved), "the end of saving")
    commit = QInputMethodEvent()
    commit.setCommitString("你")
    QApplication.sendEvent(target, commit)
    desk.bench.editor.save()
    desk.wait(lambda: (root / "app.js").read_text("utf-8") == " 你App({})\n", "the text on disk")
