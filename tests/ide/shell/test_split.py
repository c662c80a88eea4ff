"""Two editors side by side over the same texts: keys, tabs and saving follow the one that has the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import IdeDesk, make_project
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.browser]

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXTS = (
    "JSON.stringify([...document.querySelectorAll('.pane')].map((pane) =>"
    " [...pane.querySelectorAll('.view-line')].map((line) => line.textContent.replace(/\\s+/g, ' ')).join('/')))"
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1300, 800)
    desk.open(make_project(tmp_path / "project"))
    return desk


def see(desk: IdeDesk, *texts: str) -> None:
    """Waits until the panes show these, from left to right."""
    wanted = "[" + ",".join(f'"{text}"' for text in texts) + "]"
    wait_until(lambda: desk.script(TEXTS) == wanted, wanted, instead=lambda: desk.script(TEXTS))


def click_in_pane(desk: IdeDesk, number: int) -> None:
    place = f"(() => {{ const area = document.querySelectorAll('.pane')[{number}].getBoundingClientRect();"
    place += " return Math.round(area.left + area.width / 2); })()"
    QTest.mouseClick(desk.key_target(), Qt.MouseButton.LeftButton, pos=QPoint(int(float(str(desk.script(place)))), 60))


def test_both_show_the_same_text_and_tabs_follow_the_keyboard(desk: IdeDesk, tmp_path: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.press(Qt.Key.Key_Backslash, CONTROL)
    see(desk, "App({})/", "App({})/")
    desk.type("a")
    see(desk, "aApp({})/", "aApp({})/")
    desk.open_file("app.wxss", 1, 1)
    see(desk, "aApp({})/", "page { color: red; }/")
    click_in_pane(desk, 0)
    desk.wait(lambda: desk.bench.editor.active == "app.js", "the tab of the left one")
    desk.window.actions_by_name["save"].trigger()
    desk.wait(lambda: (tmp_path / "project/app.js").read_text() == "aApp({})\n", "the saved file")
    desk.open_file("app.json", 1, 1)
    see(desk, '{/ \\"pages\\": [\\"pages/index/index\\"]/}/', "page { color: red; }/")
    desk.press(Qt.Key.Key_Backslash, CONTROL)
    see(desk, '{/ \\"pages\\": [\\"pages/index/index\\"]/}/')
    assert desk.bench.editor.open_paths == ["app.js", "app.wxss", "app.json"]


def test_a_narrow_editor_has_no_map(desk: IdeDesk) -> None:
    maps = "[...document.querySelectorAll('.pane .minimap')].map((one) => one.clientWidth > 0).join()"
    desk.open_file("app.js", 1, 1)
    desk.wait(lambda: desk.script(maps) == "true", "the map")
    desk.press(Qt.Key.Key_Backslash, CONTROL)
    desk.wait(lambda: desk.script(maps) == "false,false", "no room for it")
    desk.press(Qt.Key.Key_Backslash, CONTROL)
    desk.wait(lambda: desk.script(maps) == "true", "the map again")


def test_a_closed_file_leaves_the_other_side(desk: IdeDesk) -> None:
    desk.open_file("app.js", 1, 1)
    desk.bench.editor.open_beside("app.wxss")
    see(desk, "App({})/", "page { color: red; }/")
    desk.bench.editor.close("app.js")
    see(desk, "page { color: red; }/")
    desk.bench.editor.split()
    see(desk, "page { color: red; }/", "page { color: red; }/")
    desk.bench.editor.close("app.wxss")
    see(desk, "")
    desk.open_file("app.js", 1, 1)
    desk.type("b")
    see(desk, "bApp({})/")


def test_a_renamed_file_stays_on_both_sides(desk: IdeDesk, tmp_path: Path) -> None:
    desk.open_file("app.js", 1, 1)
    desk.bench.editor.split()
    see(desk, "App({})/", "App({})/")
    (tmp_path / "project/app.js").rename(tmp_path / "project/main.js")
    desk.bench.editor.file_renamed("app.js", "main.js")
    desk.wait(lambda: "main.js" in desk.bench.documents, "the other name")
    desk.type("c")
    see(desk, "cApp({})/", "cApp({})/")
    desk.wait(lambda: desk.bench.documents["main.js"].text == "cApp({})\n", "the text under the other name")
