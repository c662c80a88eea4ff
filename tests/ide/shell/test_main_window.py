"""The window as a user has it: opening, editing, saving, coming back."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QTextBrowser
from pytestqt.qtbot import QtBot

from ide.models.compile_modes import CompileMode
from ide.panels.problems.panel import ProblemsPanel
from ide.shell.details_dialog import DetailsDialog
from ide.shell.new_project_dialog import NewProject, NewProjectDialog
from ide.shell.project_dialogs import edit_mode
from runtime.diagnostics import Diagnostic, Span
from simulator.versions import version_lines
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROL = Qt.KeyboardModifier.ControlModifier
MakeDesk = Callable[[], IdeDesk]


@pytest.fixture
def make_desk(qtbot: QtBot, tmp_path: Path) -> MakeDesk:
    return lambda: IdeDesk(qtbot, tmp_path / "config")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def desk(make_desk: MakeDesk, root: Path) -> IdeDesk:
    desk = make_desk()
    desk.open(root)
    return desk


def test_typing_marks_the_tab_and_saving_writes_the_file(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("// hi ")
    desk.wait(lambda: desk.bench.documents["app.js"].is_dirty, "a dirty document")
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: not desk.bench.documents["app.js"].is_dirty, "a saved document")
    assert (root / "app.js").read_text() == "// hi App({})\n"
    assert ("save_hint", root / "app.js") in desk.program.calls


def test_undo_survives_a_change_of_tabs_and_makes_clean(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("x")
    desk.wait(lambda: desk.bench.documents["app.js"].is_dirty, "a dirty document")
    desk.open_file("app.wxss")
    desk.bench.editor.open("app.js")
    desk.window.actions_by_name["undo"].trigger()
    desk.wait(lambda: not desk.bench.documents["app.js"].is_dirty, "a clean document")


def test_unsaved_text_reaches_the_journal_by_itself_and_comes_back(
    desk: IdeDesk, make_desk: MakeDesk, root: Path
) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("// lost? ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("// lost? "), "the text")
    later = make_desk()
    later.open(root)
    assert later.window.editor.shown_notice == "left_behind"
    later.bench.editor.notice_answered("restore")
    later.wait(lambda: later.bench.documents["app.js"].version > 1, "the restored text")
    assert later.bench.documents.dirty_paths == ["app.js"]
    assert later.script("monaco.editor.getModels()[0].getValue()") == "// lost? App({})\n"
    desk.bench.documents.close("app.js")


def test_changes_from_outside_show_in_tree_and_editor(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.js")
    (root / "pages/new").mkdir()
    (root / "pages/new/new.js").write_text("")
    desk.wait(lambda: "pages/new/new.js" in list(desk.bench.tree.files()), "the new file")
    (root / "app.js").write_text("App({ theirs: 1 })\n")
    desk.wait(lambda: desk.bench.documents["app.js"].text == "App({ theirs: 1 })\n", "the new text")
    assert not desk.bench.documents["app.js"].is_dirty


def test_diagnostics_reach_the_list_the_status_bar_and_the_editor(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.wxml")
    found = Diagnostic("wxml/unclosed-tag", Span("pages/index/index.wxml", 1, 1, 1, 6), {"tag": "view"})
    desk.bench.diagnostics_changed([found])
    assert desk.window.status.errors.text() == "1"
    assert [problem.place for problem in desk.problems] == ["pages/index/index.wxml:1:1"]
    desk.wait(lambda: desk.script("monaco.editor.getModelMarkers({ owner: 'handset' }).length") == 1, "a marker")
    desk.panel("problems", ProblemsPanel).presenter.open(desk.problems[0])
    assert desk.bench.editor.active == "pages/index/index.wxml"


def test_the_page_path_opens_the_script(desk: IdeDesk) -> None:
    desk.program.tell(lambda one: one.page_shown("pages/index/index", "id=1", 1001))
    desk.window.phone.path_button.click()
    assert desk.bench.editor.active == "pages/index/index.js"
    assert desk.window.phone.query_button.text() == "id=1"


def test_what_was_open_comes_back_on_the_next_start(desk: IdeDesk, make_desk: MakeDesk, root: Path) -> None:
    desk.open_file("app.js")
    desk.open_file("app.wxss")
    desk.appearance.set_language("zh")
    desk.appearance.set_theme("light")
    desk.window.toolbar.toggles["debugger"].click()
    desk.window.close()
    desk.wait(lambda: desk.window.workbench is None, "a closed project")
    later = make_desk()
    later.open(root)
    assert later.bench.editor.open_paths == ["app.js", "app.wxss"]
    assert later.bench.editor.active == "app.wxss"
    assert later.window.actions_by_name["save"].text() == "保存"
    assert later.appearance.theme.name == "light"
    assert not later.window.debugger.isVisible()


def test_a_project_is_made_from_a_template_and_opened(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk()
    assert desk.window.welcome.isVisible()
    desk.window.projects.create(NewProject("todo", tmp_path / "mine"))
    assert "app.json" in list(desk.bench.tree.files())
    desk.window.projects.create(NewProject("todo", tmp_path / "mine"))
    assert "not an empty folder" in desk.window.status.currentMessage()


def test_what_and_where_is_asked_at_once(make_desk: MakeDesk, tmp_path: Path) -> None:
    window = make_desk().window
    window.welcome.templates.itemClicked.emit(window.welcome.templates.item(2))
    dialog = window.findChild(NewProjectDialog)
    assert isinstance(dialog, NewProjectDialog)
    assert dialog.name.text() == "my-todo"
    dialog.place.setText(str(tmp_path))
    dialog.templates.setCurrentRow(3)
    assert dialog.wish.target == tmp_path / "my-2048"
    assert "game" in dialog.about.text()
    dialog.name.setText(tmp_path.name)
    dialog.place.setText(str(tmp_path.parent))
    assert not dialog.accept_button.isEnabled()
    dialog.name.setText("mine")
    QTest.keyClicks(dialog.appid, "wx12")
    assert not dialog.accept_button.isEnabled()
    QTest.keyClicks(dialog.appid, "34567890abcdef")
    for box in (dialog.scripts, dialog.styles):
        QTest.keyClick(box, Qt.Key.Key_Down)
    dialog.accept_button.click()
    assert window.workbench is not None
    root = window.workbench.root
    assert root == tmp_path.parent / "mine"
    assert (root / "app.ts").is_file()
    assert (root / "app.less").is_file()
    assert json.loads((root / "project.config.json").read_text())["appid"] == "wx1234567890abcdef"
    window.actions_by_name["new_project"].trigger()
    beside = [dialog.place.text() for dialog in window.findChildren(NewProjectDialog) if dialog.isVisible()]
    assert beside == [str(root.parent)]


def test_the_first_page_speaks_both_languages_and_has_the_documentation(make_desk: MakeDesk) -> None:
    window = make_desk().window
    window.welcome.languages["zh"].click()
    assert window.welcome.documentation.text() == "文档"
    window.welcome.languages["en"].click()
    window.welcome.documentation.click()
    pages = window.findChild(QTextBrowser, "documentation")
    assert isinstance(pages, QTextBrowser)
    assert "Handset" in pages.toPlainText()


def test_the_phone_can_be_dark(desk: IdeDesk) -> None:
    desk.window.actions_by_name["phone_dark"].trigger()
    assert ("set_theme", "dark") in desk.program.debug.world.calls


def test_one_area_stays_on(desk: IdeDesk) -> None:
    for area in ("simulator", "debugger", "editor"):
        desk.window.toolbar.toggles[area].click()
    assert [area for area, button in desk.window.toolbar.toggles.items() if button.isChecked()] == ["editor"]


def test_a_compile_mode_is_stored_and_launches(desk: IdeDesk, root: Path, make_desk: MakeDesk) -> None:
    mode = CompileMode("one", "pages/index/index", "id=1", 1011)
    desk.bench.modes.change(CompileMode(), mode)
    desk.wait(lambda: ("launch", "pages/index/index", "id=1", 1011) in desk.program.calls, "a launch")
    assert "pages/index/index" in (root / "project.private.config.json").read_text()
    desk.window.close_project()
    desk.open(root)
    assert desk.bench.modes.current == mode


def test_a_project_that_vanishes_leaves_the_window_and_the_text(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("mine ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("mine"), "the text")
    shutil.rmtree(root)
    desk.wait(lambda: desk.window.notice.isVisible(), "the notice")
    assert desk.window.isVisible()
    assert desk.bench.documents["app.js"].text == "mine App({})\n"


def test_a_read_only_file_asks_in_a_dialog(desk: IdeDesk, root: Path) -> None:
    (root / "app.js").chmod(0o444)
    desk.open_file("app.js", 1, 1)
    desk.type("x")
    desk.wait(lambda: desk.bench.documents["app.js"].is_dirty, "a dirty document")
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: bool(desk.window.findChildren(QMessageBox)), "a question")
    (box,) = desk.window.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.objectName() == "answer_overwrite").click()
    desk.wait(lambda: not desk.bench.documents["app.js"].is_dirty, "a saved document")
    assert (root / "app.js").read_text() == "xApp({})\n"


def test_a_binary_file_shows_a_notice(desk: IdeDesk, root: Path) -> None:
    (root / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0garbage")
    desk.bench.editor.open("logo.png")
    assert "binary" in desk.window.editor.placeholder.message


def test_go_to_file_opens_at_a_line(desk: IdeDesk) -> None:
    desk.window.actions_by_name["go_to_file"].trigger()
    desk.window.quick_open.field.setText("index.wx:1")
    desk.window.quick_open.choose()
    assert desk.bench.editor.active == "pages/index/index.wxml"


def test_the_editor_page_comes_back_after_a_crash(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("mine ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("mine"), "the text")
    os.kill(desk.window.editor.page.page().renderProcessPid(), signal.SIGKILL)
    desk.wait(lambda: not desk.window.editor.page.is_ready, "a crash")
    desk.wait(lambda: desk.window.editor.page.is_ready, "a new page")
    desk.wait(lambda: desk.script("monaco.editor.getModels().map(m => m.getValue())[0]") == "mine App({})\n", "text")


def test_closing_the_window_with_unsaved_text_asks(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("x")
    desk.wait(lambda: desk.bench.documents["app.js"].is_dirty, "a dirty document")
    for answer, stays in (("cancel", True), ("save", False)):
        desk.window.close()
        boxes = [box for box in desk.window.findChildren(QMessageBox) if box.isVisible()]
        assert desk.window.isVisible()
        assert "app.js" in boxes[-1].informativeText()
        next(button for button in boxes[-1].buttons() if button.objectName() == f"answer_{answer}").click()
        desk.wait(lambda stays=stays: desk.window.isVisible() is stays, f"the window after {answer}")  # type: ignore[misc]
    assert (root / "app.js").read_text() == "xApp({})\n"


def test_the_about_box_tells_the_versions(desk: IdeDesk) -> None:
    desk.window.actions_by_name["about"].trigger()
    (box,) = desk.window.findChildren(QMessageBox)
    assert box.informativeText().splitlines() == version_lines()
    assert [one.text() for one in box.buttons()] == ["Close"]
    box.close()


def test_a_scene_is_found_by_some_letters_of_its_name(desk: IdeDesk) -> None:
    dialog = edit_mode(desk.window, desk.appearance.texts, desk.bench, CompileMode())
    scene = dialog.arrival.scene
    completer = scene.completer()
    assert completer is not None
    completer.setCompletionPrefix("group chat")
    scene.setEditText(completer.currentCompletion())
    QTest.keyClicks(dialog.name, "from a group")
    dialog.accept()
    assert desk.bench.modes.current.scene == 1008
    assert desk.program.calls[-1] == ("launch", "pages/index/index", "", 1008)
    dialog = edit_mode(desk.window, desk.appearance.texts, desk.bench, desk.bench.modes.current)
    assert "group chat" in dialog.arrival.scene.currentText()
    dialog.arrival.scene.setEditText("9999")
    dialog.accept()
    assert desk.bench.modes.current.scene == 9999


def test_details_change_the_project_configuration(desk: IdeDesk, root: Path) -> None:
    (root / "project.config.json").write_text('{\n  "appid": "wx1"\n}\n', "utf-8")
    (root / "project.private.config.json").write_text('{"setting": {"es6": true}}', "utf-8")
    desk.window.actions_by_name["details"].trigger()
    dialog = desk.window.findChild(DetailsDialog)
    assert isinstance(dialog, DetailsDialog)
    dialog.fields["appid"].selectAll()
    QTest.keyClicks(dialog.fields["appid"], "wx22")
    QTest.keyClick(dialog.fields["appid"], Qt.Key.Key_Return)
    assert '"appid": "wx22"' in (root / "project.config.json").read_text("utf-8")
    dialog.switches["urlCheck"].setChecked(True)
    assert '"urlCheck": true' in (root / "project.config.json").read_text("utf-8")
    assert not dialog.switches["es6"].isEnabled()
    assert "private" in dialog.switches["es6"].toolTip()
    QTest.mouseClick(dialog.sizes, Qt.MouseButton.LeftButton)
    assert desk.window.debugger.panel("audits").isVisible()
    assert not dialog.isVisible()
