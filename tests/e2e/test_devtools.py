"""Chrome's front end in the window's tab: it comes up against the program, stands where the program stands, goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.hosted.target import HostedTarget
from ide.models.panel_presenter import PanelDesk
from ide.panels.devtools.panel import DevToolsPanel
from ide.panels.devtools.presenter import DevToolsPresenter
from simulator.debug.debugger import BreakpointRequest
from tests.e2e.conftest import OpenPhone
from tests.support.debug_target import FakeDesk
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = pytest.mark.browser

SCRIPT = """Page({
  data: { count: 0 },
  bump() {
    const after = this.data.count + 1
    this.setData({ count: after })
  },
})
"""
FILES = {
    "app.json": '{"pages": ["pages/p/p"]}', "app.js": "App({})", "pages/p/p.json": "{}", "pages/p/p.js": SCRIPT,
    "pages/p/p.wxml": '<view class="n" bindtap="bump">{{count}}</view>',
}  # fmt: skip


class FrontEnd:
    """What the user sees of it."""

    def __init__(self, panel: DevToolsPanel) -> None:
        self.panel = panel
        self._shown = ""

    def shows(self, text: str) -> bool:
        """Whether the text stands somewhere in it; what stands there is asked again and again."""
        self.panel.front_end.page().toPlainText(self._take)
        return text in self._shown

    def _take(self, text: Any) -> None:
        self._shown = text


def test_the_front_end_stops_with_the_program_and_lets_it_go_on(
    open_phone: OpenPhone, qtbot: QtBot, tmp_path: Path
) -> None:
    user = open_phone(write_project(tmp_path / "shop", FILES))
    user.start("pages/p/p")
    target, desk = HostedTarget(user.program), FakeDesk().panel_desk
    presenter = DevToolsPresenter(
        PanelDesk(target, desk.problems, desk.appearance, desk.open_source, desk.say, desk.files)
    )
    panel = DevToolsPanel(presenter, desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(1200, 700)
    panel.show()
    front_end = FrontEnd(panel)
    debugger = user.program.debugger
    wait_until(lambda: any(script.file == "pages/p/p.js" for script in debugger.scripts), "the front end to listen")
    (bound,) = [debugger.add_breakpoint("pages/p/p.js", BreakpointRequest(4))]
    wait_until(lambda: any(script.is_debugged for script in debugger.scripts), "the breakpoint to count")
    user.program.evaluate("void setTimeout(() => page.bump())", lambda _answer: None)
    wait_until(lambda: debugger.pause_now is not None, "the pause")
    wait_until(lambda: front_end.shows("Line 4, Column 5"), "the front end to show it")
    debugger.remove_breakpoint(bound.id)
    QTest.keyClick(panel.front_end.focusProxy(), Qt.Key.Key_F8)
    wait_until(lambda: debugger.pause_now is None, "the program to go on")
    user.see_text(".n", "1")
    presenter.close()
    target.devtools.close()
