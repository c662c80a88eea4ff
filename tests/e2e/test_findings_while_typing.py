"""A mistake is marked while it is typed, without a save, and the mark goes when the mistake does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

WXML = "pages/index/index.wxml"
FILES = {
    "app.json": '{"pages": ["pages/index/index"]}',
    "app.js": "App({})\n",
    "pages/index/index.json": "{}",
    "pages/index/index.js": "Page({ tapped() {} })\n",
    WXML: '<view bindtap="tapped">hello</view>\n',
}
MARKED = "monaco.editor.getModelMarkers({ owner: 'handset' }).map((one) => one.code).join()"


def test_marks_follow_the_keys(qtbot: QtBot, tmp_path: Path) -> None:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(tmp_path / "shop", FILES))
    desk.open_file(WXML, 1, 22)
    desk.type("s")
    desk.wait(lambda: desk.script(MARKED) == "wxml/undefined-handler", "the mark of what is typed")
    assert desk.bench.documents[WXML].is_dirty
    desk.press(Qt.Key.Key_Backspace)
    desk.wait(lambda: desk.script(MARKED) == "", "no mark where nothing is wrong")
    desk.type("s")
    desk.wait(lambda: desk.script(MARKED) == "wxml/undefined-handler", "the mark again")
    desk.save()
    desk.wait(lambda: not desk.bench.documents[WXML].is_dirty, "the save")
    desk.wait(lambda: [one.code for one in desk.bench.problems.diagnostics] == ["wxml/undefined-handler"], "the build")
    assert desk.script(MARKED) == "wxml/undefined-handler"
