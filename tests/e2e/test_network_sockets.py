"""Messages of a WebSocket in the network panel, in a window with little room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.network.details import TABS
from ide.panels.network.panel import NetworkPanel
from tests.e2e.test_network_panel import click_row, keep_picture, see_rows, show_tab
from tests.simulator.api.ports.test_websocket import EchoServer
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

INDEX_JS = """Page({
  data: { said: '' },
  talk() {
    const task = wx.connectSocket({ url: 'ADDRESS' })
    task.onOpen(() => task.send({ data: '{"hello": ["<b>", 2]}' }))
    task.onMessage(({ data }) => this.setData({ said: data }))
  },
})
"""


@pytest.fixture
def server(qtbot: QtBot) -> Iterator[EchoServer]:
    made = EchoServer()
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, server: EchoServer) -> WholeDesk:
    files = {
        "app.js": "App({})",
        "app.json": '{"pages": ["pages/index/index"]}',
        "project.config.json": "{}",
        "pages/index/index.js": INDEX_JS.replace("ADDRESS", server.serverUrl().toString()),
        "pages/index/index.wxml": '<view id="talk" bindtap="talk">talk</view><view id="said">{{said}}</view>',
        "pages/index/index.json": "{}",
    }
    for path, text in files.items():
        (tmp_path / "project" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "project" / path).write_text(text)
    made = WholeDesk(qtbot, tmp_path / "config")
    made.window.resize(1100, 700)
    made.open_and_see(tmp_path / "project")
    return made


def test_messages_of_both_directions(desk: WholeDesk) -> None:
    panel = desk.panel("network", NetworkPanel)
    desk.user.tap("#talk")
    desk.user.see_text("#said", '{"hello": ["<b>", 2]}')
    assert desk.window.width() == 1100
    assert panel.toolbar.group.isVisible()
    panel.toolbar.filter.setText("type:socket")
    see_rows(panel, 1)
    click_row(panel, 0)
    assert not panel.details.isTabVisible(TABS.index("response"))
    show_tab(panel, "messages")
    messages = panel.details.messages
    wait_until(lambda: messages.list.topLevelItemCount() == 2, "two messages")
    last = messages.list.topLevelItem(1)
    assert last is not None
    assert [messages.list.topLevelItem(0).text(0)[0], last.text(0)[0]] == ["↑", "↓"]  # type: ignore[union-attr]
    viewport = messages.list.viewport()

    def place() -> QPoint:
        messages.list.scrollToItem(last)
        return QPoint(40, messages.list.visualItemRect(last).center().y())

    wait_until(lambda: viewport.rect().contains(place()), "room for the list")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place())
    assert [row.text() for row in messages.body.rows][1] == "hello: (2) ['<b>', 2]"
    keep_picture(desk, "network-socket")
