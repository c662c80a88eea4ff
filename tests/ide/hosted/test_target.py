"""Wxml, AppData and Storage on a program that runs: what they show, mark and change."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.app_data.panel import AppDataPanel
from ide.panels.storage.panel import StoragePanel
from ide.panels.wxml.panel import WxmlPanel
from ide.widgets.empty_text import EmptyText
from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  data: { n: 1, list: [{ name: '一' }] },
  add() { this.setData({ n: this.data.n + 1 }); wx.setStorageSync('last', this.data.n); },
});
"""
MARKUP = '<view class="box" data-n="{{n}}" bindtap="add"><text>{{n}}</text></view>\n'


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(SCRIPT, "utf-8")
    (root / "pages/index/index.wxml").write_text(MARKUP, "utf-8")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    return desk


COMPONENT = {
    "components/tally.js": "Component({ properties: { start: Number }, data: { own: 'x' } })",
    "components/tally.json": '{"component": true}',
    "components/tally.wxml": "<text>{{start}}{{own}}</text>",
    "pages/index/index.json": '{"usingComponents": {"tally": "/components/tally"}}',
    "pages/index/index.wxml": '<tally start="{{1}}"/><tally start="{{5}}"/>',
}


def texts(of: AppDataPanel | WxmlPanel) -> list[str]:
    return [row.text() for row in of.tree.rows]


def test_app_data_follows_the_program_and_sets_values(desk: WholeDesk) -> None:
    data = desk.panel("app_data", AppDataPanel)
    desk.wait(lambda: texts(data) == ["pages/index/index", "n: 1", "list: [{…}]"], "the data")
    desk.user.tap("view")
    desk.wait(lambda: "n: 2" in texts(data), "the new value")
    path = data.tree.rows[1].path
    data.tree.edited.emit(path, "40")
    desk.user.see_text("text", "40")
    desk.wait(lambda: "n: 40" in texts(data), "the edited value")


def test_components_show_their_own_data(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    root = make_project(tmp_path / "project")
    write_project(root, COMPONENT)
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    data = desk.panel("app_data", AppDataPanel)
    desk.wait(lambda: texts(data)[-2:] == ["<components/tally>", "<components/tally>"], "two components")
    second = data.tree.rows[-1].path
    data.tree.toggled.emit(second)
    desk.wait(lambda: {"start: 5", "own: 'x'"} <= set(texts(data)), "the data of the second one")
    data.tree.edited.emit((*second, "own"), '"edited"')
    desk.wait(lambda: desk.user.texts("text") == ["1x", "5edited"], "the edited value on the phone")
    wxml = desk.panel("wxml", WxmlPanel)
    desk.wait(lambda: len(wxml.tree.rows) > 3, "the tree")
    host = next(row for row in reversed(wxml.tree.rows) if "<tally" in row.text())
    wxml.tree.choose(host.path)
    desk.wait(lambda: {"own: 'edited'", "start Number: 5"} <= set(carried(wxml)), "the data beside the element")
    wxml.details.carried.list.edited.emit(("properties", "start"), "8")
    desk.wait(lambda: desk.user.texts("text") == ["1x", "8edited"], "the edited property on the phone")


def carried(wxml: WxmlPanel) -> list[str]:
    """What is shown beside the tree."""
    return [row.text() for row in wxml.details.carried.list.rows]


def test_storage_shows_what_the_program_writes_and_gives_it_what_is_edited(desk: WholeDesk) -> None:
    storage = desk.panel("storage", StoragePanel)
    desk.user.tap("view")
    desk.wait(lambda: storage.table.rowCount() == 1, "the entry")
    item = storage.table.item(0, 1)
    assert item is not None
    assert item.text() == "2"
    item.setText('{"a": "中"}')
    desk.wait(lambda: desk.user.evaluate("wx.getStorageSync('last').a") == "中", "the edited value in the program")
    storage.buttons["clear"].click()
    assert storage.table.rowCount() == 0
    assert [one.text().partition(".")[0] for one in storage.findChildren(EmptyText) if one.isVisible()] == [
        "Nothing is stored"
    ]


def test_wxml_marks_measures_and_picks_elements(desk: WholeDesk) -> None:
    wxml = desk.panel("wxml", WxmlPanel)
    desk.wait(lambda: len(wxml.tree.rows) == 3, "the tree")
    assert 'data-n="1"' in texts(wxml)[1]
    view = wxml.tree.rows[1].path
    mark = desk.hosted.program.phone.marked
    wxml.tree.hovered.emit(view)
    desk.wait(lambda: mark.isVisible(), "the mark")
    assert mark.label.startswith("view.box  390")
    wxml.tree.hovered.emit(None)
    assert not mark.isVisible()
    wxml.tree.choose(view)
    desk.wait(lambda: wxml.details.source.text() == "index.wxml:1", "the place")
    pick(desk, wxml)
    desk.wait(lambda: wxml.tree.chosen_path == wxml.tree.rows[2].path, "the picked text")
    assert not wxml.pick.isChecked()


def pick(desk: WholeDesk, wxml: WxmlPanel) -> None:
    """Picks the text with the mouse."""
    phone = desk.hosted.program.phone
    place = desk.user.place("text") * phone.zoom
    wxml.pick.click()
    point = phone.input_widget.mapTo(phone, place)
    QTest.mouseClick(phone.picker, Qt.MouseButton.LeftButton, pos=point)
