"""The setData panel in the window: calls of a real program, and the frame that shows one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.set_data.panel import SetDataPanel
from tests.support.ide_desk import make_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  data: { rows: [] },
  more() {
    const rows = Array.from({ length: 500 }, (_, i) => 'row ' + i)
    this.setData({ rows, unread: 1 })
  },
})
"""


def test_a_call_leads_to_its_line_and_its_frame_to_styles_and_layout(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(SCRIPT)
    (root / "pages/index/index.wxml").write_text(
        '<view id="go" bindtap="more">go</view><view wx:for="{{rows}}">{{item}}</view>'
    )
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("set_data", SetDataPanel)
    desk.user.tap("#go")
    wait_until(lambda: panel.tree.rows, "the call")
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=panel.tree.triangle_at(0))
    lines = [row.indented() for row in panel.tree.rows]
    assert any("No template reads unread" in line for line in lines)
    index = next(number for number, line in enumerate(lines) if "setData {rows, unread}  index.js:5" in line)
    place = panel.tree.visualRect(panel.tree.model().index(index, 0)).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    wait_until(lambda: panel.flame.isVisible(), "the frame")
    parts = {box.part: box.length_ms for box in panel.flame.flame.boxes if box.call is None}
    assert list(parts) == ["logic", "wire", "view", "wait", "style", "layout", "paint"]
    assert parts["style"] > 0
    assert parts["layout"] > 0
    box = panel.flame.flame.boxes[-1]
    QTest.mouseClick(panel.flame, Qt.MouseButton.LeftButton, pos=panel.flame.area_of(box).center().toPoint())
    wait_until(lambda: desk.bench.editor.active == "pages/index/index.js", "the source in the editor")
