"""The window with the real simulator: a save in the editor is seen in the phone, and the phone leads to the source."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from ide.hosted.program import HostedProgram
from ide.panels.console.panel import ConsolePanel
from runtime.protocol import automation
from runtime.protocol.shell import PlaceTouched
from runtime.protocol.view import Reply, ShellEvent
from simulator.build.watch import ProjectWatcher
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> IdeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = IdeDesk(qtbot, tmp_path / "config", "", HostedProgram)
    desk.open(make_project(tmp_path / "project"))
    desk.wait(lambda: text_in_phone(desk) == "hello", "the first page")
    return desk


def test_a_project_of_which_no_build_comes_about_has_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "app.json").unlink()
    desk = IdeDesk(qtbot, tmp_path / "config", "", HostedProgram)
    desk.open(root)
    desk.wait(lambda: desk.window.status.errors.text() == "1", "the error")
    assert [problem.code for problem in desk.problems] == ["folder/no-app-json"]


def hosted(desk: IdeDesk) -> HostedProgram:
    program = desk.bench.program
    assert isinstance(program, HostedProgram)
    return program


def text_in_phone(desk: IdeDesk) -> str:
    program = hosted(desk).program
    if program.page is None:
        return ""
    replies: list[Reply] = []
    program.automate(automation.Text("view"), replies.append)
    desk.wait(lambda: bool(replies), "an answer of the phone")
    return "" if replies[0].error else str(msgspec.json.decode(replies[0].result))


def test_a_save_in_the_editor_is_seen_in_the_phone(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.wxml", 1, 7)
    desk.type("saved: ")
    desk.wait(lambda: desk.bench.documents["pages/index/index.wxml"].is_dirty, "a dirty document")
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: text_in_phone(desk) == "saved: hello", "the new text")
    desk.wait(lambda: "Template swapped" in desk.window.status.verdict.text(), "the verdict")


def test_the_window_and_its_program_follow_the_folder_together(desk: IdeDesk) -> None:
    assert len(desk.window.findChildren(ProjectWatcher)) == 1
    assert hosted(desk).program.findChildren(ProjectWatcher) == []
    (desk.bench.root / "pages/index/index.wxml").write_text("<view>from outside</view>")
    (desk.bench.root / "new.txt").write_text("")
    desk.wait(lambda: text_in_phone(desk) == "from outside", "the phone to take the change up")
    desk.wait(lambda: "new.txt" in [entry.name for entry in desk.bench.tree.children("")], "the tree to show the file")


def test_a_broken_file_shows_its_error_in_list_and_verdict_and_the_overlay_leads_to_it(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.js", 1, 1)
    desk.type("let = ;")
    desk.wait(lambda: desk.bench.documents["pages/index/index.js"].is_dirty, "a dirty document")
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: desk.window.status.errors.text() != "0", "an error")
    assert desk.problems[0].file == "pages/index/index.js"
    assert text_in_phone(desk) == "hello"
    desk.bench.editor.open("app.js")
    clicked = ShellEvent(PlaceTouched("pages/index/index.js", 1))
    hosted(desk).program.phone.message.emit(msgspec.json.encode(clicked).decode())
    assert desk.bench.editor.active == "pages/index/index.js"


def test_the_console_hears_the_program(desk: IdeDesk, tmp_path: Path) -> None:
    panel = desk.panel("console", ConsolePanel)
    (tmp_path / "project/app.js").write_text('App({ onLaunch() { console.log("from the test") } })\n')
    desk.wait(lambda: any("from the test" in line for line in panel.presenter.lines()), "the log")


def test_clearing_the_data_starts_again_without_it(desk: IdeDesk, tmp_path: Path) -> None:
    script = 'Page({ onLoad() { const n = (wx.getStorageSync("n") || 0) + 1; wx.setStorageSync("n", n); '
    script += "this.setData({ n }) } })\n"
    (tmp_path / "project/pages/index/index.wxml").write_text("<view>{{n}}</view>\n")
    (tmp_path / "project/pages/index/index.js").write_text(script)
    hosted(desk).relaunch()
    desk.wait(lambda: text_in_phone(desk) == "1", "the first count")
    hosted(desk).relaunch()
    desk.wait(lambda: text_in_phone(desk) == "2", "the second count")
    desk.window.clear_cache("data")
    desk.wait(lambda: text_in_phone(desk) == "1", "the first count again")
