"""Completion in the editor: `wx.` from declarations, tags and attributes from the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from runtime.project.load import load_project
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.project_folder import write_project

pytestmark = [pytest.mark.window, pytest.mark.browser]

DECLARATIONS = "declare const wx: { requestSomething(options: { url: string }): void; other: number };"
DECLARED = """Object.values(monaco.languages.typescript.javascriptDefaults.getExtraLibs())
  .some((lib) => lib.content.includes('requestSomething'))"""
SUGGESTIONS = "(document.querySelector('.suggest-widget.visible') || { innerText: '' }).innerText"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config", DECLARATIONS)
    desk.open(make_project(tmp_path / "project"))
    return desk


def wait_for_suggestion(desk: IdeDesk, text: str) -> None:
    desk.wait(lambda: text in str(desk.script(SUGGESTIONS)), f"the suggestion {text}")


def test_wx_completes_from_the_declarations(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    desk.wait(lambda: desk.script(DECLARED) is True, "the declarations")
    desk.type("wx.")
    wait_for_suggestion(desk, "requestSomething")


def test_tags_complete_and_close_themselves(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.wxml", 1, 1)
    desk.type("<scroll-v")
    wait_for_suggestion(desk, "scroll-view")
    desk.press(Qt.Key.Key_Return)
    text = "monaco.editor.getModels()[0].getLineContent(1)"
    desk.wait(lambda: desk.script(text) == "<scroll-view></scroll-view><view>hello</view>", "the tag")


def test_attributes_and_their_values_complete(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.wxml", 1, 6)
    desk.type(" wx:fo")
    wait_for_suggestion(desk, "wx:for-index")
    desk.press(Qt.Key.Key_Escape)
    desk.bench.editor.close_quietly("pages/index/index.wxml")
    desk.open_file("pages/index/index.wxml", 1, 1)
    desk.type("<button type=")
    desk.type('"')
    wait_for_suggestion(desk, "primary")


def test_properties_complete_in_styles(desk: IdeDesk) -> None:
    desk.open_file("app.wxss", 1, 7)
    desk.type(" backgr")
    wait_for_suggestion(desk, "background-color")


def test_properties_of_own_components_complete(desk: IdeDesk) -> None:
    write_project(
        desk.bench.root,
        {
            "pages/index/index.json": '{"usingComponents": {"my-card": "/components/card"}}',
            "components/card.json": '{"component": true}',
            "components/card.wxml": "",
            "components/card.js": "const base = require('./base');\n"
            "Component({ behaviors: [base], properties: { coverImage: String } })",
            "components/base.js": "module.exports = Behavior({ properties: { depthOfAll: Number } })",
        },
    )
    desk.bench.project_read(load_project(desk.bench.root), {})
    desk.open_file("pages/index/index.wxml", 1, 1)
    desk.type("<my-c")
    wait_for_suggestion(desk, "my-card")
    desk.press(Qt.Key.Key_Return)
    desk.type(" ")
    wait_for_suggestion(desk, "wx:for")
    first = [line for line in str(desk.script(SUGGESTIONS)).split("\n") if line.strip()][:3:2]
    assert first == ["cover-image", "depth-of-all"]
    desk.type("cover")
    wait_for_suggestion(desk, "cover-image")
    desk.press(Qt.Key.Key_Escape)
    desk.type("x depth")
    wait_for_suggestion(desk, "depth-of-all")


def test_keys_and_values_of_configuration_complete(desk: IdeDesk) -> None:
    desk.open_file("pages/index/index.json", 1, 2)
    desk.type('"navigationBarTextS')
    wait_for_suggestion(desk, "navigationBarTextStyle")
    desk.press(Qt.Key.Key_Return)
    wait_for_suggestion(desk, "black")
    desk.press(Qt.Key.Key_Return)
    text = "monaco.editor.getModels()[0].getLineContent(1)"
    desk.wait(lambda: desk.script(text) == '{"navigationBarTextStyle": "black"}', "the key with its value")


def test_names_of_modules_complete(desk: IdeDesk) -> None:
    desk.open_file("app.js", 2, 1)
    desk.type("require('")
    wait_for_suggestion(desk, "./pages/index/index")
