"""The performance panel in the window: a real start in phases, a recording while the phone is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ide.panels.performance.panel import PerformancePanel
from tests.support.ide_desk import make_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  data: { count: 0 },
  more() {
    wx.getNetworkType({ success: () => this.setData({ count: this.data.count + 1 }) })
  },
})
"""
HOLDING = """class Cat { constructor(n) { this.n = n } }
Page({
  data: { n: 0 },
  cats: [new Cat(1), new Cat(2), new Cat(3)],
  more() {
    for (let i = 0; i < 10; i++) this.cats.push(new Cat(i))
    this.setData({ n: this.cats.length })
  },
})
"""
COUNTING = """function sumUp() { let sum = 0; for (let i = 0; i < 1000; i++) sum += i; return sum }
Page({
  data: { total: 0 },
  count() { this.setData({ total: sumUp() }) },
})
"""


def test_a_recording_shows_updates_and_calls_and_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(SCRIPT)
    (root / "pages/index/index.wxml").write_text('<view id="go" bindtap="more">{{count}}</view>')
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("performance", PerformancePanel)
    wait_until(lambda: len(panel.start.lines()) == 6, "all phases", instead=panel.start.lines)
    assert panel.start.lines()[0].startswith("compile")

    QTest.mouseClick(panel.buttons["record"], Qt.MouseButton.LeftButton)
    desk.user.tap("#go")
    recording = panel.presenter.recording
    wait_until(lambda: {"input", "updates", "calls"} <= {one.lane for one in recording.slices}, "the slices")
    wait_until(lambda: recording.memory, "the memory")
    assert recording.memory[0].logic_mb > 1
    assert recording.memory[0].view_mb > 1
    QTest.mouseClick(panel.buttons["record"], Qt.MouseButton.LeftButton)

    update = next(one for one in recording.slices if one.lane == "updates")
    wait_until(lambda: panel.timeline.range.length_ms > 0, "the timeline")
    zoomed_from = panel.timeline.range.length_ms
    wheel(panel, panel.timeline.area_of(update).center())
    assert panel.timeline.range.length_ms < zoomed_from
    QTest.mouseClick(panel.timeline, Qt.MouseButton.LeftButton, pos=panel.timeline.area_of(update).center().toPoint())
    assert "paint" in panel.details.text()
    call = next(one for one in recording.slices if one.name == "wx.getNetworkType")
    QTest.mouseClick(panel.timeline, Qt.MouseButton.LeftButton, pos=panel.timeline.area_of(call).center().toPoint())
    QTest.mouseClick(panel.link, Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.bench.editor.active == "pages/index/index.js", "the source in the editor")
    panel.save_to(tmp_path / "trace.json")
    assert "wx.getNetworkType" in {
        one["name"] for one in json.loads((tmp_path / "trace.json").read_text())["traceEvents"]
    }


def test_the_logic_layer_is_profiled_on_the_same_page(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(COUNTING)
    (root / "pages/index/index.wxml").write_text('<view id="go" bindtap="count">{{total}}</view>')
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("performance", PerformancePanel)
    program = desk.hosted.program
    with qtbot.waitSignal(program.page_shown):
        QTest.mouseClick(panel.buttons["profile"], Qt.MouseButton.LeftButton)
    desk.user.see_page("pages/index/index")
    desk.user.tap("#go")
    desk.user.see_text("#go", "499500")
    QTest.mouseClick(panel.buttons["profile"], Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.flame.profile is not None, "the profile")
    profile = panel.flame.profile
    assert profile is not None
    count, sum_up = (
        next(one for one in profile.calls if profile.functions[one.function].name == name)
        for name in ("count", "sumUp")
    )
    assert sum_up.depth == count.depth + 1
    QTest.mouseClick(panel.flame, Qt.MouseButton.LeftButton, pos=panel.flame.area_of(sum_up).center().toPoint())
    assert panel.link.text() == "pages/index/index.js:1"
    desk.user.see_text("#go", "0")


def test_what_the_program_holds_is_counted_by_constructor(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(HOLDING)
    (root / "pages/index/index.wxml").write_text('<view id="go" bindtap="more">{{n}}</view>')
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("performance", PerformancePanel)
    QTest.mouseClick(panel.buttons["heap"], Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.heap.rows(), "the first count")
    assert ["Cat", "3", "", "≈ 216 B", "pages/index/index.cats[0]"] in panel.heap.rows()
    assert "it tells this total and no more" in panel.heap.told.text()
    desk.user.tap("#go")
    former = panel.presenter.heap
    QTest.mouseClick(panel.buttons["heap"], Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.presenter.heap is not former, "the second count")
    assert ["Cat", "13", "+10", "≈ 936 B", "pages/index/index.cats[0]"] in panel.heap.rows()


def wheel(panel: PerformancePanel, at: QPointF) -> None:
    """One step towards the user."""
    place = QPointF(panel.timeline.mapToGlobal(at.toPoint()))
    event = QWheelEvent(
        at, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(panel.timeline, event)
