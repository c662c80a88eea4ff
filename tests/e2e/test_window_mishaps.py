"""What happens to a developer's work when something dies: the window itself, the folder, the phone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.support.doomed_window import TYPED
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

ROOMS = Path(__file__).parents[1] / "apps" / "rooms"
REPOSITORY = Path(__file__).parents[2]
FIRST = "pages/first/first"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOMS, tmp_path / "rooms"))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, FIRST)
    return desk


def test_unsaved_text_of_a_killed_window_is_offered_back(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    saved = (root / "app.js").read_text("utf-8")
    command = [sys.executable, "-m", "tests.support.doomed_window", str(tmp_path / "config"), str(root)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as doomed:
        assert doomed.stdout is not None
        assert doomed.stdout.readline() == b"typed\n"
        doomed.send_signal(signal.SIGKILL)
    assert (root / "app.js").read_text("utf-8") == saved
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, FIRST)
    assert desk.window.editor.shown_notice == "left_behind"
    desk.bench.editor.notice_answered("restore")
    desk.wait(lambda: desk.bench.documents["app.js"].version > 1, "the restored text")
    assert desk.bench.documents["app.js"].text == TYPED + saved
    desk.save()
    desk.see_verdict("Restarted: app.js")
    assert (root / "app.js").read_text("utf-8") == TYPED + saved


def test_a_deleted_project_leaves_the_window_the_text_and_the_running_phone(desk: WholeDesk, root: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("// mine ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("// mine "), "the text")
    shutil.rmtree(root)
    desk.wait(lambda: desk.window.notice.isVisible(), "the notice")
    desk.user.error("The project folder is gone")
    assert desk.window.isVisible()
    assert desk.bench.documents["app.js"].text.startswith("// mine ")
    desk.user.tap(".hold")
    desk.user.see_text(".said", "tapped")


def test_a_read_only_file_is_saved_after_a_question(desk: WholeDesk, root: Path) -> None:
    (root / "app.wxss").chmod(0o444)
    desk.replace_in_file("app.wxss", "eef", "0f0")
    desk.save()
    desk.wait(lambda: bool(desk.window.findChildren(QMessageBox)), "a question")
    (box,) = desk.window.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.objectName() == "answer_overwrite").click()
    desk.see_verdict("Style swapped")
    assert desk.user.color(".hold") == "#00ff00"


def test_a_binary_file_is_not_opened_as_text(desk: WholeDesk, root: Path) -> None:
    (root / "data.bin").write_bytes(bytes(range(256)) * 64)
    desk.bench.editor.open("data.bin")
    assert "binary" in desk.window.editor.placeholder.message
    desk.replace_in_file("app.wxss", "eef", "0f0")
    desk.save()
    desk.see_verdict("Style swapped")


def test_an_error_stands_in_the_console_with_its_place(desk: WholeDesk, root: Path) -> None:
    script = (root / f"{FIRST}.js").read_text("utf-8")
    (root / f"{FIRST}.js").write_text(script.replace("this.setData({ said: 'tapped' })", "nothing.at.all"), "utf-8")
    desk.see_verdict("Page logic swapped")
    desk.user.tap(".hold")
    told = desk.user.error("nothing is not defined")
    line = script[: script.index("said: 'tapped'")].count("\n") + 1
    assert (told.stack[0].file, told.stack[0].line) == (f"{FIRST}.js", line)
    console = desk.console.presenter

    def rows() -> list[str]:
        return [console.copied([index]) for index in range(len(console.timeline))]

    desk.wait(lambda: any("nothing is not defined" in row for row in rows()), "the error in the console")
    (index,) = [index for index, row in enumerate(rows()) if "nothing is not defined" in row]
    source = console.place_of(index)
    assert source is not None
    desk.bench.open_source(source.file, source.line, source.column)
    assert desk.bench.editor.active == f"{FIRST}.js"


def test_the_phone_comes_back_after_its_screen_has_crashed(desk: WholeDesk) -> None:
    desk.user.tap(".open")
    desk.user.see_page("detail")
    before = desk.user.page_id
    os.kill(desk.hosted.program.phone.web_page.renderProcessPid(), signal.SIGKILL)
    desk.user.error("screen had to be loaded again")
    desk.user.see_again(before, "detail")
    assert desk.user.stack == [FIRST, "pages/detail/detail"]
    desk.user.tap(".back")
    desk.user.see_page(FIRST)
