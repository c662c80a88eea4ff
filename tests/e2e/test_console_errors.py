"""An error on the console is counted where it cannot be missed, whatever the console shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import make_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  fail() { throw new Error('nobody catches this'); },
  reject() { Promise.reject(new Error('nor this')); },
});
"""
MARKUP = '<view class="a" bindtap="fail">fail</view><view class="b" bindtap="reject">reject</view>\n'


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(SCRIPT, "utf-8")
    (root / "pages/index/index.wxml").write_text(MARKUP, "utf-8")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    return desk


def label_of(desk: WholeDesk, key: str) -> str:
    bar = desk.window.debugger.bar
    index = ("console", "wxml", "app_data", "storage", "problems").index(key)
    return bar.tabText(index)


def test_it_is_counted_on_the_tab_and_in_the_status_bar(desk: WholeDesk) -> None:
    desk.window.debugger.show_panel("storage")
    desk.console.presenter.set_text("nothing contains this")
    assert not desk.window.status.console_errors.isVisible()
    desk.user.tap(".a")
    desk.wait(lambda: desk.window.status.console_errors.text() == "1 on the console", "the first error")
    desk.user.tap(".b")
    desk.wait(lambda: desk.window.status.console_errors.text() == "2 on the console", "the second error")
    assert label_of(desk, "console") == "Console (2)"
    assert desk.window.status.errors.text() == "0"
    desk.console.presenter.set_text("")
    assert label_of(desk, "console") == "Console (2)"
    QTest.mouseClick(desk.window.status.console_errors, Qt.MouseButton.LeftButton)
    assert desk.console.isVisible()
    assert not desk.window.status.console_errors.isVisible()
    assert label_of(desk, "console") == "Console"
    desk.window.debugger.show_panel("storage")
    desk.user.tap(".a")
    desk.wait(lambda: desk.window.status.console_errors.text() == "1 on the console", "an error since the last look")


def test_a_compile_and_clearing_the_console_begin_anew(desk: WholeDesk) -> None:
    desk.window.debugger.show_panel("storage")
    desk.user.tap(".a")
    desk.wait(lambda: desk.window.status.console_errors.isVisible(), "the error")
    desk.window.actions_by_name["compile"].trigger()
    desk.wait(lambda: not desk.window.status.console_errors.isVisible(), "nothing after a start")
    desk.user.see_page()
    desk.user.tap(".a")
    desk.wait(lambda: desk.window.status.console_errors.isVisible(), "the error")
    desk.console.presenter.clear()
    assert not desk.window.status.console_errors.isVisible()
    assert label_of(desk, "console") == "Console"
