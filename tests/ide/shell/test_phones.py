"""Several phones of one project: which one is meant, what holds for all, and what goes when one is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.debug_session import UserBreakpoint
from ide.panels.phone.panel import PhonePanel
from ide.shell.phones_desk import MOST_PHONES
from simulator.bridge.record import Record
from simulator.debug.debugger import Pause
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

LEFT = Qt.MouseButton.LeftButton
FILE = "pages/index/index.js"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> IdeDesk:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1500, 800)
    desk.open(make_project(tmp_path / "project"))
    return desk


def add(desk: IdeDesk) -> PhonePanel:
    """Adds a phone with the button of the active one's frame."""
    QTest.mouseClick(desk.window.phone.buttons["add"], LEFT)
    return desk.window.phone


def press(panel: PhonePanel) -> None:
    """The user presses the frame of a phone, beside its buttons."""
    QTest.mouseClick(panel, LEFT)


def places(desk: IdeDesk) -> list[str]:
    return [panel.property("place") for panel in desk.window.phones.panels]


def errors_on_console(desk: IdeDesk) -> str:
    return desk.window.debugger.bar.tabText(0)


def test_the_phone_that_was_touched_is_meant(desk: IdeDesk) -> None:
    first = desk.window.phone
    desk.window.debugger.show_panel("wxml")
    assert places(desk) == [""]
    second = add(desk)
    assert places(desk) == ["other", "active"]
    assert desk.programs[1].calls[-1] == ("launch", "", "", 1001)
    desk.programs[0].debug.records.pass_on(Record(1, 1e12, "error", "Error: first", level="error"))
    desk.programs[1].tell(lambda one: one.page_shown("pages/second", "", 1001))
    assert (first.path_button.text(), second.path_button.text()) == ("", "pages/second")
    press(first)
    assert places(desk) == ["active", "other"]
    desk.wait(lambda: errors_on_console(desk) == "Console (1)", "the errors of the first")
    desk.window.actions_by_name["go_home"].trigger()
    assert desk.programs[0].calls[-1] == ("go_home",)
    desk.window.actions_by_name["phone_dark"].trigger()
    assert ("set_theme", "dark") in desk.programs[0].debug.world.calls
    press(second)
    assert errors_on_console(desk) == "Console"
    assert not desk.window.actions_by_name["phone_dark"].isChecked()
    desk.window.toolbar.commands["compile"].click()
    desk.wait(lambda: desk.programs[1].calls.count(("launch", "", "", 1001)) == 2, "the start of the second")
    assert desk.programs[0].calls.count(("launch", "", "", 1001)) == 1
    assert ("set_theme", "dark") not in desk.programs[1].debug.world.calls


def test_what_is_set_for_debugging_holds_for_all_phones(desk: IdeDesk) -> None:
    add(desk)
    assert desk.bench.debugging is not None
    desk.bench.debugging.session.put(UserBreakpoint(FILE, 2))
    desk.bench.debugging.session.pause_on_apis(["request"])
    first, second = (program.debug.debugger for program in desk.programs)
    assert [one.line for one in first.breakpoints] == [one.line for one in second.breakpoints] == [2]
    assert ("set_api_breakpoints", ("request",)) in first.asked
    add(desk)
    assert [one.line for one in desk.programs[2].debug.debugger.breakpoints] == [2]
    first.stop(Pause("breakpoint", ()))
    assert places(desk) == ["active", "other", "other"]
    assert [panel.pause_bar.isVisible() for panel in desk.window.phones.panels] == [True, False, False]
    desk.window.actions_by_name["debug_go"].trigger()
    assert first.asked[-1] == ("resume",)


def test_one_goes_and_the_last_one_stays(desk: IdeDesk) -> None:
    close, more = desk.window.actions_by_name["close_phone"], desk.window.actions_by_name["add_phone"]
    assert more.isEnabled()
    assert not close.isEnabled()
    width = desk.window.phone_place.width()
    listeners = len(desk.appearance.changed)
    for _ in range(MOST_PHONES):
        more.trigger()
    assert len(desk.programs) == MOST_PHONES
    assert not more.isEnabled()
    assert not desk.window.phone.buttons["add"].isEnabled()
    QTest.mouseClick(desk.window.phones.panels[0].buttons["close"], LEFT)
    assert desk.programs[0].calls[-1] == ("close",)
    for left in range(MOST_PHONES - 1, 0, -1):
        assert len(desk.window.phones.panels) == left
        assert desk.window.phone_place.width() > width or left == 1
        close.trigger()
    assert desk.window.phone_place.width() == width
    assert [program.calls.count(("close",)) for program in desk.programs] == [1, 0, 1, 1]
    assert places(desk) == [""]
    assert more.isEnabled()
    assert not close.isEnabled()
    desk.wait(lambda: len(desk.appearance.changed) == listeners, "no listeners of phones that are gone")
    root = desk.bench.root
    desk.window.close_project()
    assert not more.isEnabled()
    desk.open(root)
    assert places(desk) == [""]


def test_the_project_comes_back_with_its_phones(desk: IdeDesk) -> None:
    add(desk)
    # The one that is added then has the data of the first one.
    QTest.mouseClick(desk.window.phones.panels[0].buttons["close"], LEFT)
    add(desk)
    root = desk.bench.root
    desk.window.close_project()
    desk.open(root)
    assert places(desk) == ["active", "other"]
    assert [program.calls.count(("launch", "", "", 1001)) for program in desk.programs[3:]] == [1, 1]
    desk.window.settings.update_project(root, phones=9999)
    desk.window.close_project()
    desk.open(root)
    assert len(desk.window.phones.panels) == MOST_PHONES


def test_they_stand_in_a_window_of_their_own_with_their_panels(desk: IdeDesk) -> None:
    first = desk.window.phone
    desk.window.debugger.put_apart("console")
    desk.window.actions_by_name["phone_apart"].trigger()
    second = add(desk)
    apart = desk.window.part_windows.window("phone")
    assert first.window() is second.window() is apart
    shown = desk.window.debugger.panel("console")
    assert shown.window() is desk.window.part_windows.window("console")
    press(first)
    assert not shown.isVisible()
    shown = desk.window.debugger.panel("console")
    assert shown.isVisible()
    assert shown.window() is desk.window.part_windows.window("console")
    desk.window.actions_by_name["phone_apart"].trigger()
    assert second.window() is desk.window


def test_each_has_its_own_pages_and_data_and_a_save_reaches_all(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(
        "Page({ data: { width: wx.getWindowInfo().windowWidth }, go() { wx.setStorageSync('seen', 1) } })"
    )
    (root / "pages/index/index.wxml").write_text("<view bindtap='go'>size {{width}}</view>")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.window.resize(1500, 800)
    desk.open_and_see(root)
    desk.window.activateWindow()
    add(desk)
    first, second = desk.users
    second.see_page()
    assert first.text("view") != second.text("view")
    second.tap("view")
    assert [user.evaluate("wx.getStorageInfoSync().keys") for user in (first, second)] == [[], ["seen"]]
    first.click("view")
    desk.wait(lambda: places(desk) == ["active", "other"], "the first to be the active one")
    desk.replace_in_file("pages/index/index.wxml", "size", "wide")
    desk.save()
    for user in (first, second):
        desk.wait(lambda user=user: user.text("view").startswith("wide "), "the new template")  # type: ignore[misc]
    assert second.evaluate("wx.getStorageInfoSync().keys") == ["seen"]
    QTest.mouseClick(desk.window.phones.panels[1].buttons["close"], LEFT)
    assert second.program.state == "stopped"
    desk.replace_in_file("pages/index/index.wxml", "wide", "broad")
    desk.save()
    desk.wait(lambda: first.text("view").startswith("broad "), "the template of the one that is left")
