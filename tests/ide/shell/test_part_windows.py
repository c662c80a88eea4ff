"""The phone and the panels in windows of their own: out, back, and where they were the last time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.storage.panel import StoragePanel
from ide.shell.part_window import PartWindow
from ide.widgets.screen_place import place_of
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.whole_desk import WholeDesk

LEAST_ZOOM = 0.5

pytestmark = [pytest.mark.window, pytest.mark.browser]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1100, 700)
    desk.open(make_project(tmp_path / "project"))
    return desk


def window_of(desk: IdeDesk, name: str) -> PartWindow:
    window = desk.window.part_windows.window(name)
    assert window is not None
    return window


def click(window: PartWindow, button: str) -> None:
    QTest.mouseClick(window.buttons[button], Qt.MouseButton.LeftButton)


def shown_tabs(desk: IdeDesk) -> list[str]:
    bar = desk.window.debugger.bar
    return [bar.tabText(index) for index in range(bar.count()) if bar.isTabVisible(index)]


def test_a_phone_in_its_own_window_is_touched_there_and_comes_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(
        "Page({ data: { n: 0 }, add() { this.setData({ n: this.data.n + 1 }) } })"
    )
    (root / "pages/index/index.wxml").write_text("<view bindtap='add'>taps: {{n}}</view>")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    phone, action = desk.window.phone, desk.window.actions_by_name["phone_apart"]

    def tap(count: int) -> None:
        desk.wait(lambda: desk.hosted.program.phone.zoom > LEAST_ZOOM, "the phone to fit its place")
        desk.user.rest()
        desk.user.tap("view")
        desk.wait(lambda: desk.user.text("view") == f"taps: {count}", "the tap")

    for count, is_apart in ((1, True), (2, False), (3, True)):
        action.trigger()
        assert (phone.window() is not desk.window, action.isChecked()) == (is_apart, is_apart)
        assert phone.isVisible()
        assert desk.window.phone_place.isVisible() is not is_apart
        tap(count)
    click(window_of(desk, "phone"), "put_back")
    assert phone.window() is desk.window
    tap(4)


def test_the_toggle_of_the_simulator_means_the_phone_wherever_it_stands(desk: IdeDesk) -> None:
    desk.window.actions_by_name["phone_apart"].trigger()
    toggle = desk.window.toolbar.toggles["simulator"]
    toggle.click()
    assert not desk.window.phone.isVisible()
    toggle.click()
    assert desk.window.phone.isVisible()
    assert not desk.window.phone_place.isVisible()


def test_a_panel_goes_apart_and_closing_its_window_brings_it_to_the_front_again(desk: IdeDesk) -> None:
    desk.program.debug.storage.values = {"a": "1"}
    panel = desk.panel("storage", StoragePanel)
    desk.window.actions_by_name["panel_apart"].trigger()
    window = window_of(desk, "storage")
    assert panel.window() is window
    assert panel.isVisible()
    assert "Storage" in window.windowTitle()
    assert "Storage" not in shown_tabs(desk)
    assert desk.settings.settings.debugger_tab != "storage"
    # Its entry in the menu means the window now, and leaves the area alone.
    desk.window.actions_by_name["toggle_debugger"].trigger()
    desk.window.actions_by_name.panels["storage"].trigger()
    assert not desk.window.debugger.isVisible()
    desk.window.actions_by_name["toggle_debugger"].trigger()
    window.close()
    assert panel.window() is desk.window
    assert panel.isVisible()
    assert "Storage" in shown_tabs(desk)
    assert desk.window.part_windows.window("storage") is None


def test_every_panel_may_stand_apart(desk: IdeDesk) -> None:
    names = list(desk.window.actions_by_name.panels)
    for name in names:
        desk.window.debugger.put_apart(name)
    assert shown_tabs(desk) == []
    assert all(desk.window.debugger.panel(name).isVisible() for name in names)
    for name in names:
        window_of(desk, name).close()
    assert all(desk.window.debugger.panel(name).window() is desk.window for name in names)


def test_what_stood_apart_does_so_with_the_next_project_in_its_place(desk: IdeDesk) -> None:
    desk.window.debugger.put_apart("console")
    desk.window.actions_by_name["phone_apart"].trigger()
    window = window_of(desk, "console")
    window.setGeometry(60, 70, 500, 300)
    click(window, "on_top")
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    desk.window.close_project()
    assert not desk.window.part_windows.window("console")
    assert not desk.window.phone.isVisible()
    desk.open(desk.program.root)
    window = window_of(desk, "console")
    assert window.size().toTuple() == (500, 300)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window_of(desk, "phone").isVisible()


def test_a_place_on_a_screen_that_is_gone_is_brought_inside(desk: IdeDesk) -> None:
    away = PartWindow(desk.appearance, desk.window)
    away.setGeometry(9000, 7000, 3000, 2000)
    desk.settings.update_parts(places={"console": place_of(away), "phone": "nonsense"})
    away.leave()
    desk.window.debugger.put_apart("console")
    desk.window.actions_by_name["phone_apart"].trigger()
    room = desk.window.screen().availableGeometry()
    for name in ("console", "phone"):
        assert room.contains(window_of(desk, name).geometry())


def test_the_keys_of_the_main_window_count_in_the_others(desk: IdeDesk) -> None:
    desk.window.debugger.put_apart("console")
    window = window_of(desk, "console")
    assert desk.window.actions_by_name["compile"] in window.actions()
    launches = desk.program.calls.count(("launch", "", "", 1001))
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.program.calls.count(("launch", "", "", 1001)) > launches, "the compile")


def test_the_list_has_what_finds_no_room_and_what_is_hidden(desk: IdeDesk) -> None:
    area = desk.window.debugger
    assert area.bar.unseen
    assert area.list_button.text() == str(len(area.bar.unseen))
    for name in desk.window.actions_by_name.panels:
        title = desk.appearance.texts(f"{name}.title")
        area.list_menu.aboutToShow.emit()
        next(action for action in area.list_menu.actions() if action.text() == title).trigger()
        assert area.panel(name).isVisible()
        assert title in shown_tabs(desk)
    area.hide_tab("console")
    assert "Console" not in shown_tabs(desk)
    area.list_menu.aboutToShow.emit()
    area.list_menu.actions()[0].trigger()
    assert area.panel("console").isVisible()
    assert "Console" in shown_tabs(desk)


def test_the_order_of_the_tabs_is_kept_and_the_usual_one_comes_back(desk: IdeDesk) -> None:
    area = desk.window.debugger
    area.bar.moveTab(2, 0)
    area.hide_tab("debug")
    assert shown_tabs(desk)[:3] == ["Wxml", "Console", "Network"]
    desk.window.close_project()
    desk.open(desk.program.root)
    assert shown_tabs(desk)[:3] == ["Wxml", "Console", "Network"]
    area.show_panel("wxml")
    assert area.panel("wxml").isVisible()
    area.take_usual_order()
    assert shown_tabs(desk)[:3] == ["Console", "Debug", "Wxml"]
    assert area.panel("wxml").isVisible()
    assert desk.settings.settings.parts.tab_order == []
