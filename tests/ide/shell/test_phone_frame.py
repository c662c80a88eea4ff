"""The phone in its frame: a zoom larger than its place scrolls, and the way to the background and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.phone.presenter import ZOOM_PERCENTS
from tests.support.ide_desk import make_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = "App({ shown: 0, onShow() { this.shown += 1; }, onHide() { this.shown -= 1; } })\n"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    root = make_project(tmp_path / "project")
    (root / "app.js").write_text(SCRIPT, "utf-8")
    (root / "pages/index/index.js").write_text("Page({ leave() { wx.exitMiniProgram(); } })\n", "utf-8")
    (root / "pages/index/index.wxml").write_text("<view bindtap='leave'>leave</view>\n", "utf-8")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1100, 700)
    desk.open_and_see(root)
    return desk


def choose_zoom(desk: WholeDesk, percent: int) -> None:
    """As the user does it: the list has the keyboard, and an arrow key for each step."""
    box = desk.window.phone.zooms
    wanted = ZOOM_PERCENTS.index(percent)
    while box.currentIndex() != wanted:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def test_no_zoom_changes_the_size_of_the_window(desk: WholeDesk) -> None:
    size = desk.window.size()
    phone, pane = desk.hosted.program.phone, desk.window.phone.pane
    for percent in (100, 150, 125, 50, 0):
        choose_zoom(desk, percent)
        desk.wait(lambda percent=percent: phone.zoom == (percent / 100 or phone.zoom), "the zoom")  # type: ignore[misc]
        assert desk.window.size() == size
        assert desk.window.minimumSizeHint().height() <= size.height()
    assert phone.height() == pane.viewport().height()


def test_a_large_phone_scrolls_to_its_end(desk: WholeDesk) -> None:
    phone, pane = desk.hosted.program.phone, desk.window.phone.pane
    choose_zoom(desk, 150)
    desk.wait(lambda: pane.verticalScrollBar().maximum() > 0, "something to scroll")
    assert phone.height() >= phone.phone_size().height()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    end = phone.mapTo(pane.viewport(), phone.rect().bottomLeft()).y()
    assert end == pane.viewport().height() - 1


def test_the_capsule_closes_to_the_background_and_the_card_brings_back(desk: WholeDesk) -> None:
    user, overlay = desk.user, desk.window.phone.mishap
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "the program in front")
    user.click(".capsule-close", in_shell=True)
    desk.wait(lambda: overlay.isVisible(), "the card")
    assert desk.hosted.program.state == "background"
    desk.wait(lambda: user.evaluate("getApp().shown") == 0, "onHide")
    shown = [name for name, button in overlay.buttons.items() if button.isVisible()]
    assert shown == ["come_back"]
    QTest.mouseClick(overlay.buttons["come_back"], Qt.MouseButton.LeftButton)
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "onShow")
    assert not overlay.isVisible()


def test_the_home_key_brings_back_what_left_by_itself(desk: WholeDesk) -> None:
    user = desk.user
    user.tap("view")
    desk.wait(lambda: desk.hosted.program.state == "background", "the background")
    QTest.mouseClick(desk.window.phone.buttons["home"], Qt.MouseButton.LeftButton)
    assert desk.hosted.program.state == "running"
    desk.wait(lambda: user.evaluate("getApp().shown") == 1, "onShow")


def test_the_rotate_button_is_down_while_the_phone_is_held_across(desk: WholeDesk) -> None:
    button = desk.window.phone.buttons["rotate"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert desk.hosted.debug.world.orientation == "portrait"
    assert "stays in portrait" in button.toolTip()
    assert "stays in portrait" in desk.window.status.currentMessage()
    (desk.bench.root / "pages/index/index.json").write_text('{"pageOrientation": "auto"}', "utf-8")
    desk.wait(lambda: desk.hosted.debug.world.orientation == "landscape", "the turned page")
    desk.wait(lambda: "stays" not in button.toolTip(), "the usual tip")
    desk.window.actions_by_name["rotate"].trigger()
    assert not button.isChecked()
    assert desk.hosted.debug.world.orientation == "portrait"
