"""Megabytes of text in errors, on the console, in calls, data and storage: the window stays awake.

Counted is what the window's thread does between two turns of its event loop, and the text that it is given.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ide.panels.app_data.panel import AppDataPanel
from simulator.bridge.record import Record
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk
from tests.support.work import turns

pytestmark = [pytest.mark.window, pytest.mark.browser]

MOST_CALLS = 100_000
"""A call for each character, or each line, of what arrives would be a million of them and more."""
MOST_TEXT = 500_000
PAGE = "pages/index/index"
FILES = {
    "app.json": f'{{"pages": ["{PAGE}"]}}',
    "app.js": "App({})",
    f"{PAGE}.wxml": """<wxs module="m">
function big() { var text = 'abcdefgh\\n'; while (text.length < 5e6) text = text + text; return text }
module.exports = { log: function () { console.log(big()) }, fail: function () { throw big() } }
</wxs>
<view class="log" bindtap="{{m.log}}">log</view>
<view class="fail" bindtap="{{m.fail}}">fail</view>""",
    f"{PAGE}.js": """Page({
  do(what) {
    const big = 'iVBORw0KGgo'.repeat(5e5), lines = 'line\\n'.repeat(1e6), later = (fn) => setTimeout(fn)
    const rows = (count, make) => Array.from({ length: count }, make)
    const works = {
      reject: () => { Promise.reject({ errMsg: 'upload failed', image: 'data:' + big }) },
      throw: () => later(() => { throw new Error(big) }),
      lines: () => later(() => { throw new Error(lines) }),
      stack: () => later(() => { const error = new Error('x'); error.stack = lines; throw error }),
      log: () => console.log(big),
      logLines: () => console.error(lines, lines),
      many: () => console.log(...rows(300, () => big.slice(0, 2e4))),
      nested: () => console.log(rows(200, () => Object.fromEntries(rows(200, (_, i) => ['k' + i, big.slice(0, 1e4)])))),
      name: () => { const box = { [big]() { throw new Error('x') } }; later(box[big]) },
      key: () => console.log({ [big]: 1 }, Symbol(big)),
      request: () => wx.request({ url: 'http://127.0.0.1:1/', data: big }),
      title: () => wx.setNavigationBarTitle({ title: big }),
      modal: () => wx.showModal({ title: big, content: lines }),
      data: () => this.setData({ big: big.slice(0, 5e5), list: rows(200, () => ({ a: big.slice(0, 2e3), b: [1] })) }),
      storage: () => { for (let i = 0; i < 9; i++) wx.setStorageSync('k' + i, big.slice(0, 1e6)) },
    }
    works[what]()
  },
})
""",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(tmp_path / "project", FILES), PAGE)
    return desk


def given(record: Record) -> int:
    """How much text the window gets with a record."""
    stack = sum(len(frame.function) + len(frame.file) for frame in record.stack)
    return len(record.title) + len(record.payload) + len(record.result) + stack


def do(desk: WholeDesk, what: str) -> None:
    desk.user.program.evaluate(f"getCurrentPages()[0].do('{what}')", lambda _answer: None)


SAID = {
    "reject": "upload failed",
    "throw": "Error: iVBORw0KGgo",
    "lines": "Error: line",
    "stack": "Error: x",
    "log": "iVBORw0KGgo",
    "logLines": "line\n",
    "many": "iVBORw0KGgo",
    "nested": "(200) [",
    "name": "Error: x",
    "key": "iVBORw0KGgo",
    "request": "request",
    "title": "setNavigationBarTitle",
    "modal": "showModal",
}
"""What the program does, and a part of what is on the console then."""


def test_what_arrives_on_the_console(desk: WholeDesk) -> None:
    for what, words in SAID.items():
        before = len(desk.user.records)

        def is_said(words: str = words, before: int = before) -> bool:
            return any(words in record.title for record in desk.user.records[before:])

        with turns() as longest:
            do(desk, what)
            desk.wait(is_said, f"{words} on the console")
            desk.user.rest()
            assert longest.longest < MOST_CALLS, what
        assert max(len(record.title) for record in desk.user.records[before:]) < 20_000, what
        assert max(given(record) for record in desk.user.records[before:]) < MOST_TEXT, what


def test_what_wxs_says(desk: WholeDesk) -> None:
    for handler in (".log", ".fail"):
        before = len(desk.user.records)

        def is_said(before: int = before) -> bool:
            return any("abcdefgh" in record.title for record in desk.user.records[before:])

        with turns() as longest:
            desk.user.tap(handler)
            desk.wait(is_said, "the words of wxs")
            desk.user.rest()
            assert longest.longest < MOST_CALLS, handler


def test_what_the_other_panels_show(desk: WholeDesk) -> None:
    for tab in ("app_data", "wxml", "storage"):
        desk.window.debugger.show_panel(tab)
        for what in ("data", "storage"):
            with turns() as longest:
                do(desk, what)
                desk.user.rest()
                assert longest.longest < MOST_CALLS, (tab, what)
        if tab == "app_data":
            tree = desk.panel(tab, AppDataPanel).tree
            desk.wait(lambda tree=tree: any("big" in row.text() for row in tree.rows), "the data in the panel")
