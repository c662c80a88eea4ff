"""What the editor does of itself while a template is typed, with real keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from runtime.project.load import load_project
from tests.support.ide_desk import HAS_FOCUS, IdeDesk, make_project
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

WXML = "pages/index/index.wxml"
SCRIPT = "pages/index/index.js"
SHOWN = "monaco.editor.getModels().find((model) => model.isAttachedToEditor()).getValue()"
LISTED = "(document.querySelector('.suggest-widget.visible') || { innerText: '' }).innerText"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(write_project(make_project(tmp_path / "project"), {WXML: "\n", SCRIPT: "Page({\n  data: {},\n})\n"}))
    desk.bench.project_read(load_project(desk.bench.root), {})
    desk.open_file(WXML, 1, 1)
    desk.wait(lambda: desk.script(HAS_FOCUS) is True, "the editor's focus")
    return desk


def test_a_tag_closes_itself_with_the_cursor_between(desk: IdeDesk) -> None:
    desk.type("<view>")
    desk.wait(lambda: desk.script(SHOWN) == "<view></view>\n", "the end tag")
    desk.type("a")
    desk.wait(lambda: desk.script(SHOWN) == "<view>a</view>\n", "the cursor between the tags")


def test_an_abbreviation_becomes_tags(desk: IdeDesk) -> None:
    desk.type(".row>text*2")
    desk.wait(lambda: ".row>text*2" in str(desk.script(LISTED)), "the abbreviation in the list")
    desk.press(Qt.Key.Key_Tab)
    made = '<view class="row">\n  <text></text>\n  <text></text>\n</view>\n'
    desk.wait(lambda: desk.script(SHOWN) == made, "the tags")


def test_a_new_handler_comes_with_its_method(desk: IdeDesk) -> None:
    desk.type("<view bindtap=buy")
    desk.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "create in" in str(desk.script(LISTED)), "the offer")
    desk.press(Qt.Key.Key_Tab)
    desk.wait(
        lambda: SCRIPT in desk.bench.documents and "buy(event) {" in desk.bench.documents[SCRIPT].text, "the method"
    )
