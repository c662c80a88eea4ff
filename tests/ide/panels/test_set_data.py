"""The setData panel: when it watches, what it lists, where its rows lead."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.panel_presenter import Badge
from ide.panels.set_data.panel import SetDataPanel
from ide.panels.set_data.presenter import SetDataPresenter
from runtime.protocol.set_data import SetDataCall, SetKey
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import DomTiming, Record
from tests.support.debug_target import FakeDesk, launched

TOLD = SetDataCall(
    1, 5, "pages/a/a", 2, 60, 0.5, [SetKey("n", 10), SetKey("token", 50, is_unread=True)],
    [StackFrame("tap", "a.js", 3, 7)],
)  # fmt: skip
CALL = Record(2, 1e12, "bridge", "setData", code="set-data", payload=msgspec.json.encode(TOLD))
DRAWN = Record(
    3,
    1e12,
    "bridge",
    "dom",
    payload=b'{"m":"dom","page_id":1,"batch_id":5}',
    timing=DomTiming(1.0, 2.0, 3.0, 4.0, 0.5, 1.5, 2.5),
)


def test_calls_are_listed_with_what_is_in_vain() -> None:
    desk = FakeDesk()
    presenter = SetDataPresenter(desk.panel_desk)
    badges: list[Badge] = []
    presenter.badged.connect(badges.append)
    presenter.watch(is_on=True)
    desk.target.records.pass_on(CALL, DRAWN)
    presenter.toggle(("pages/a/a",))
    assert presenter.lines() == [
        "pages/a/a  1 calls, 1/s now, 1/s at most · 60 B, largest 60 B · 0.5 ms in logic  50 B in vain",
        "  No template reads token: keep it on `this` instead of `data`, or name it in pureDataPattern.",
        "  token  1 × 50 B  read by no template",
        "  n  1 × 10 B",
        "  setData {n, token}  a.js:3  60 B  0.5 ms + 2.0 ms + 12 ms",
    ]
    assert badges[-1] == Badge(1)
    desk.target.records.pass_on(launched(9))
    assert presenter.lines() == []


def test_the_first_look_begins_the_watch_and_the_end_ends_it() -> None:
    desk = FakeDesk()
    presenter = SetDataPresenter(desk.panel_desk)
    presenter.refresh()
    assert not desk.target.updates.is_on
    presenter.is_seen = True
    presenter.refresh()
    assert desk.target.updates.is_on
    presenter.watch(is_on=False)
    presenter.refresh()
    assert not desk.target.updates.is_on
    presenter.watch(is_on=True)
    presenter.close()
    assert not desk.target.updates.is_on


def test_the_widget_under_clicks(qtbot: QtBot) -> None:
    desk = FakeDesk()
    panel = SetDataPanel(SetDataPresenter(desk.panel_desk), desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(800, 260)
    panel.show()
    assert panel.buttons["watch"].isChecked()
    desk.target.records.pass_on(CALL, DRAWN)
    qtbot.waitUntil(lambda: len(panel.tree.rows) == 2)
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=panel.tree.triangle_at(0))
    assert len(panel.tree.rows) == 5
    place = panel.tree.visualRect(panel.tree.model().index(4, 0)).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.flame.words() == [
        "logic 1.0 ms", "wire 2.0 ms", "view 3.0 ms", "waiting 0.5 ms", "styles 1.5 ms", "layout 2.5 ms",
        "paint 4.0 ms",
    ]  # fmt: skip
    box = panel.flame.flame.boxes[-1]
    assert panel.flame.words_of(box) == "setData a.js:3 0.5 ms"
    QTest.mouseClick(panel.flame, Qt.MouseButton.LeftButton, pos=panel.flame.area_of(box).center().toPoint())
    assert desk.opened == [("a.js", 3, 7)]
    desk.opened.clear()
    QTest.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.opened == [("a.js", 3, 7)]
    QTest.mouseClick(panel.buttons["watch"], Qt.MouseButton.LeftButton)
    assert not desk.target.updates.is_on
    QTest.mouseClick(panel.buttons["clear"], Qt.MouseButton.LeftButton)
    assert panel.tree.rows == []
    assert not panel.flame.isVisible()


def test_advice_that_has_no_room_is_told_in_full_to_whoever_points_at_it(qtbot: QtBot) -> None:
    desk = FakeDesk()
    panel = SetDataPanel(SetDataPresenter(desk.panel_desk), desk.appearance)
    qtbot.addWidget(panel)
    panel.resize(400, 260)
    panel.show()
    desk.target.records.pass_on(CALL, DRAWN)
    qtbot.waitUntil(lambda: len(panel.tree.rows) == 2)
    told = panel.tree.in_full(1)
    assert told.startswith("No template reads token")
    assert told.endswith("name it in pureDataPattern.")
    panel.resize(3000, 260)
    assert panel.tree.in_full(1) == ""
