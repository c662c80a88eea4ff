"""A file that is renamed in the tree is still found by those that name it, if the user wants that."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from runtime.project.load import load_project
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

FILES = {
    "app.js": "require('./utils/price')\nApp({})\n",
    "utils/price.js": "require('./tax')\n",
    "utils/tax.js": "",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(write_project(make_project(tmp_path / "project"), FILES))
    project = load_project(desk.bench.root)
    for path in project.files.paths:
        project.files.text(path)
    desk.bench.project_read(project, {})
    return desk


def answer(desk: IdeDesk, label: str) -> None:
    """Presses a button of the question."""
    desk.wait(lambda: bool(desk.window.findChildren(QMessageBox)), "the question")
    (box,) = desk.window.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == label).click()


def test_those_that_name_a_renamed_file_are_changed(desk: IdeDesk) -> None:
    desk.bench.tree_presenter.rename("utils/price.js", "cost.js")
    answer(desk, "Change")
    desk.wait(lambda: "app.js" in desk.bench.documents, "the file that names it")
    desk.wait(lambda: desk.bench.documents["app.js"].text.startswith("require('./utils/cost')"), "the other name")
    assert desk.bench.documents["app.js"].is_dirty
    assert "utils/cost.js" not in desk.bench.documents


def test_nothing_is_changed_where_the_user_does_not_want_it(desk: IdeDesk) -> None:
    desk.bench.tree_presenter.rename("utils/price.js", "cost.js")
    answer(desk, "Leave")
    assert desk.bench.documents.paths == []
