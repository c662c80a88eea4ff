"""Find and replace in files as a user does it: keys, clicks, open and closed files, and all of it taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ide.panels.search.panel import SearchPanel
from tests.support.ide_desk import HAS_FOCUS, IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SHOWN = "monaco.editor.getModels().find((model) => model.isAttachedToEditor()).getValue()"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text("Page({ color: 'red' })\n")
    (root / "pages/index/index.wxss").write_text(".red { color: red; }\n")
    return root


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    return desk


def begin(desk: IdeDesk, key: Qt.Key) -> SearchPanel:
    """Ctrl+Shift and a key, wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, CONTROL | SHIFT)
    panel = desk.window.debugger.panel("search")
    assert isinstance(panel, SearchPanel)
    return panel


def field(panel: SearchPanel, name: str, text: str) -> None:
    QTest.mouseClick(panel.fields.texts[name], Qt.MouseButton.LeftButton)
    panel.fields.texts[name].selectAll()
    QTest.keyClicks(panel.fields.texts[name], text)


def rows(panel: SearchPanel) -> list[str]:
    return [row.text().strip() for row in panel.tree.rows]


def click(panel: SearchPanel, row: str, *, right: int = 0, double: bool = False) -> None:
    """On a row, or on the cross at its right end."""
    area = panel.tree.visualRect(panel.tree.model().index(rows(panel).index(row), 0))
    point = QPoint(area.right() - right if right else area.left() + 60, area.center().y())
    for press in (QTest.mouseClick, QTest.mouseDClick)[: 1 + double]:
        press(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_the_selected_word_is_found_and_a_click_leads_there(desk: IdeDesk) -> None:
    desk.open_file("app.wxss", 1, 18)
    desk.type("")
    desk.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    desk.wait(lambda: desk.bench.editor.selected_text == "red", "the selected word")
    panel = begin(desk, Qt.Key.Key_F)
    assert panel.fields.texts["query"].text() == "red"
    assert QApplication.focusWidget() is panel.fields.texts["query"]
    desk.wait(lambda: "4 in 3 files" in panel.summary.text(), "the matches")
    click(panel, "1  Page({ color: 'red' })")
    desk.wait(lambda: desk.bench.editor.active == "pages/index/index.js", "the file")
    desk.wait(lambda: "(3 selected)" in desk.window.status.cursor_label.text(), "the marked match")
    assert QApplication.focusWidget() is panel.tree
    click(panel, "1  Page({ color: 'red' })", double=True)
    desk.wait(lambda: desk.script(HAS_FOCUS) is True, "the keyboard in the editor")


def test_everything_is_replaced_but_what_was_left_out_and_taken_back(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.wxss", 1, 1)
    panel = begin(desk, Qt.Key.Key_H)
    field(panel, "query", "red")
    field(panel, "replacement", "blue")
    desk.wait(
        lambda: panel.fields.replace_all.isEnabled() and "1  page { color: redblue; }" in rows(panel), "a preview"
    )
    click(panel, "1  .redblue { color: red; }", right=8)
    assert len(rows(panel)) == 6
    QTest.mouseClick(panel.fields.replace_all, Qt.MouseButton.LeftButton)
    desk.wait(lambda: (root / "app.wxss").read_text() == "page { color: blue; }\n", "the open file, saved")
    desk.wait(lambda: "blue" in (root / "pages/index/index.js").read_text(), "the other file")
    assert (root / "pages/index/index.wxss").read_text() == ".red { color: blue; }\n"
    desk.wait(lambda: rows(panel) == ["index.wxss  pages/index   1", "1  .redblue { color: blue; }"], "what is left")
    desk.window.actions_by_name["undo"].trigger()
    desk.wait(lambda: desk.script(SHOWN) == "page { color: red; }\n", "one step back in the editor")
    desk.wait(lambda: desk.bench.documents["app.wxss"].is_dirty, "the text of before, unsaved")
    desk.window.actions_by_name["redo"].trigger()
    desk.wait(lambda: not desk.bench.documents["app.wxss"].is_dirty, "the saved version again")
    desk.wait(lambda: desk.bench.documents["app.wxss"].text == "page { color: blue; }\n", "the replaced text again")
    QTest.mouseClick(panel.fields.take_back, Qt.MouseButton.LeftButton)
    desk.wait(lambda: (root / "app.wxss").read_text() == "page { color: red; }\n", "the open file as it was")
    desk.wait(lambda: "red" in (root / "pages/index/index.js").read_text(), "the other file as it was")


def test_unsaved_text_is_what_is_searched_and_stays_unsaved(desk: IdeDesk, root: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.type("needle ")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("needle "), "the text")
    panel = begin(desk, Qt.Key.Key_H)
    field(panel, "query", "needle")
    field(panel, "replacement", "pin")
    desk.wait(lambda: panel.fields.replace_all.isEnabled() and rows(panel)[0] == "app.js   1", "the unsaved match")
    QTest.mouseClick(panel.fields.replace_all, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("pin "), "the replacement")
    assert desk.bench.documents["app.js"].is_dirty
    assert (root / "app.js").read_text() == "App({})\n"


def test_an_expression_without_end_holds_nobody_up(desk: IdeDesk, root: Path) -> None:
    (root / "long.js").write_text("a" * 60 + "!\n")
    panel = begin(desk, Qt.Key.Key_F)
    QTest.mouseClick(panel.fields.buttons["is_regex"], Qt.MouseButton.LeftButton)
    field(panel, "query", "(a+)+$")
    desk.wait(lambda: panel.summary.text() == "Searching…", "the search")
    field(panel, "query", "(")
    desk.wait(lambda: "No regular expression" in panel.summary.text(), "the complaint")
    field(panel, "query", "colou?r")
    desk.wait(lambda: "3 in 3 files" in panel.summary.text(), "other matches")
