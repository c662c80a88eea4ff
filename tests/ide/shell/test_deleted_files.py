"""A file that was deleted stays deleted, unless the user saves that very file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE = "pages/index/index.wxml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, root: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    return desk


def launches(desk: IdeDesk) -> int:
    return sum(call[0] == "launch" for call in desk.program.calls)


def compile_by_key(desk: IdeDesk) -> None:
    before = launches(desk)
    desk.press(Qt.Key.Key_B, CONTROL)
    desk.wait(lambda: launches(desk) > before, "a launch")


@pytest.mark.parametrize("typed", ["", "edited "])
def test_compiling_does_not_write_it_again(desk: IdeDesk, root: Path, typed: str) -> None:
    desk.open_file(PAGE, 1, 1)
    if typed:
        desk.type(typed)
        desk.wait(lambda: desk.bench.documents[PAGE].text.startswith(typed), "the text")
    (root / PAGE).unlink()
    desk.wait(lambda: desk.window.editor.shown_notice == "deleted_on_disk", "the notice")
    compile_by_key(desk)
    assert not (root / PAGE).exists()
    assert desk.window.editor.shown_notice == "deleted_on_disk"
    desk.press(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    compile_by_key(desk)
    assert not (root / PAGE).exists()


def test_saving_that_very_file_makes_it_again(desk: IdeDesk, root: Path) -> None:
    desk.open_file(PAGE)
    (root / PAGE).unlink()
    desk.wait(lambda: desk.window.editor.shown_notice == "deleted_on_disk", "the notice")
    desk.press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: (root / PAGE).exists(), "the file")
    assert (root / PAGE).read_text() == "<view>hello</view>\n"


def test_another_branch_and_back_is_no_conflict(desk: IdeDesk, root: Path) -> None:
    desk.open_file(PAGE)
    (root / PAGE).unlink()
    desk.wait(lambda: desk.window.editor.shown_notice == "deleted_on_disk", "the notice")
    (root / PAGE).write_text("<view>theirs</view>\n")
    desk.wait(lambda: desk.bench.documents[PAGE].text == "<view>theirs</view>\n", "the text of the other branch")
    assert desk.window.editor.shown_notice == ""
    assert not desk.bench.documents[PAGE].is_dirty


def test_deleting_in_the_tree_closes_the_tab(desk: IdeDesk, root: Path) -> None:
    desk.open_file(PAGE)
    tree = desk.window.tree.tree
    desk.window.tree.select(PAGE)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(tree.currentIndex()).center())
    QTest.keyClick(tree, Qt.Key.Key_Delete)

    def agree() -> bool:
        """To whatever is asked, until the file is gone."""
        for box in desk.window.findChildren(QMessageBox):
            if box.isVisible():
                next(button for button in box.buttons() if button.objectName() == "answer_delete").click()
        return not (root / PAGE).exists()

    desk.wait(agree, "the file to go")
    desk.wait(lambda: desk.bench.editor.open_paths == [], "no tab")
    compile_by_key(desk)
    assert not (root / PAGE).exists()
