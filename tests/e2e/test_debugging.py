"""Debugging in the window as a developer does it: breakpoints in the margin, pauses, steps, values, and going on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.debug.panel import DebugPanel
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

PAGE = "pages/index/index"
SCRIPT = f"{PAGE}.js"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    "app.js": "App({})",
    f"{PAGE}.wxml": '<view class="n">{{n}}</view><view class="add" bindtap="add">add</view>',
    SCRIPT: """const step = 2
Page({
  data: { n: 1 },
  add() {
    let next = this.data.n + step
    this.set(next)
  },
  set(value) {
    this.setData({ n: value })
  },
})
""",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(tmp_path / "project", FILES), PAGE)
    return desk


def click_in_margin(desk: WholeDesk, line: int) -> None:
    """A click beside a line."""
    script = f"""(() => {{
      const number = [...document.querySelectorAll('.line-numbers')].find((one) => one.textContent === '{line}');
      const box = number && number.getBoundingClientRect();
      return box && JSON.stringify([box.left - 8, box.top + box.height / 2]);
    }})()"""
    desk.wait(lambda: desk.script(script), f"the number of line {line}")
    x, y = json.loads(str(desk.script(script)))
    target = desk.window.editor.page.focusProxy()
    assert target is not None
    QTest.mouseMove(target, QPoint(round(x), round(y)))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def test_a_day_with_the_debugger(desk: WholeDesk) -> None:
    session = desk.bench.debugging.session  # type: ignore[union-attr]
    panel = desk.panel("debug", DebugPanel)
    desk.window.debugger.show_panel("debug")
    desk.open_file(SCRIPT, 1, 1)
    click_in_margin(desk, 5)
    desk.wait(lambda: [one.line for one in session.breakpoints] == [5], "the breakpoint")
    desk.wait(lambda: session.breakpoints[0].bound and session.breakpoints[0].bound.verified, "a bound breakpoint")
    desk.user.see_text(".n", "1")
    desk.user.click(".add")
    desk.wait(lambda: session.pause, "the pause")
    assert desk.window.phone.pause_bar.isVisible()
    assert desk.user.program.state == "running"
    desk.wait(lambda: any("next" in row.text() for row in panel.variables.rows), "the variables")
    desk.wait(lambda: "pause-line" in str(desk.script("document.body.innerHTML")), "the line in the editor")
    desk.press(Qt.Key.Key_F10)
    desk.wait(lambda: session.frame and session.frame.line == 6, "the next line")
    desk.wait(lambda: "next: 3" in [row.text() for row in panel.variables.rows], "the value")
    path = next(row.path for row in panel.variables.rows if row.text() == "next: 3")
    panel.variables.edited.emit(path, "40 + step")
    desk.wait(lambda: "next: 42" in [row.text() for row in panel.variables.rows], "the changed value")
    desk.press(Qt.Key.Key_F11)
    desk.wait(lambda: session.frame and session.frame.function.endswith("set"), "the called function")
    assert [row.text().split("  ")[1] for row in panel.frames.rows[:2]] == ["index.js:9 ", "index.js:6 "]
    desk.press(Qt.Key.Key_F8)
    desk.wait(lambda: session.pause is None, "the program to go on")
    desk.user.see_text(".n", "42")
    assert not desk.window.phone.pause_bar.isVisible()
    desk.user.see_text(".n", "42")
    click_in_margin(desk, 5)
    QTest.keyClicks(panel.events, "bindtap")
    QTest.keyClick(panel.events, Qt.Key.Key_Return)
    desk.wait(lambda: session.kept.events == ("tap",) and not session.breakpoints, "the event to be waited for")
    desk.user.click(".add")
    desk.wait(lambda: session.pause, "the pause at the event")
    assert (session.pause.reason, session.pause.description, session.pause.frames[0].line) == ("event", "tap", 5)
    assert "tap" in panel.status.text()
    panel.events.clear()
    QTest.keyClick(panel.events, Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_F8)
    desk.user.see_text(".n", "44")
