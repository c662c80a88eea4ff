"""The panel of mock rules beside a real program: a rule counts from the next call on, whoever has written it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.mock.panel import MockPanel
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.browser, pytest.mark.window]

PAGE = "pages/index/index"
SCRIPT = """Page({ data: { said: 'nothing', count: 0 }, go() {
  this.setData({ count: this.data.count + 1 })
  wx.getNetworkType({ success: ({ networkType }) => this.setData({ said: networkType }) })
} })"""
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    f"{PAGE}.wxml": '<view class="go" bindtap="go">go</view><view class="said">{{said}} {{count}}</view>',
    f"{PAGE}.js": SCRIPT,
}


def shown(desk: WholeDesk, text: str) -> None:
    desk.user.tap(".go")
    desk.user.rest()
    assert desk.user.ask("text", ".said") == text


def title_of_first(panel: MockPanel, column: int = 0) -> str:
    item = panel.rules.topLevelItem(0)
    return item.text(column) if item else ""


def test_a_rule_is_written_switched_and_followed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = WholeDesk(qtbot, tmp_path / "config")
    root = write_project(tmp_path / "project", FILES)
    file = root / ".handset" / "mocks.json"
    desk.open_and_see(root)
    desk.window.debugger.show_panel("mock")
    panel = desk.window.debugger.panel("mock")
    assert isinstance(panel, MockPanel)
    form = panel.form
    QTest.mouseClick(panel.buttons["add"], Qt.MouseButton.LeftButton)
    form.lines["api"].setText("getNetworkType")
    form.lines["url"].clear()
    form.areas["body"].selectAll()
    QTest.keyClicks(form.areas["body"], '{"networkType": "mocked"}')
    QTest.mouseClick(form.try_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: '"networkType": "mocked"' in form.areas["tried"].toPlainText(), "what a call would get")
    assert not file.exists()
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert msgspec.json.decode(file.read_bytes()) == {
        "rules": [{"api": "getNetworkType", "result": {"networkType": "mocked"}}]
    }
    shown(desk, "mocked 1")
    wait_until(lambda: title_of_first(panel, column=3) == "1", "the hit")
    panel.rules.setFocus()
    QTest.keyClick(panel.rules, Qt.Key.Key_Space)
    shown(desk, "wifi 2")
    # Somebody else saves the file: the list follows it, and the page keeps its state.
    file.write_text(
        '{"rules": [{"api": "getNetworkType", "title": "theirs", "script": ["() => ({", "networkType: 5})"]}]}'
    )
    wait_until(lambda: title_of_first(panel) == "theirs", "their rule")
    shown(desk, "5 3")
    file.write_text('{"rules": [')
    wait_until(lambda: panel.warning.isVisible(), "the mistake")
    assert panel.warning.text().startswith(".handset/mocks.json:1:")
    shown(desk, "5 4")
