"""The network panel in the window: a program sends, the user looks, filters, blocks and sends again."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.network.columns import name, status
from ide.panels.network.details import TABS
from ide.panels.network.panel import NetworkPanel
from ide.panels.network.table import INITIATOR
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
HTTP_JS = """module.exports = (path, data) => new Promise((success, fail) => {
  wx.request({ url: getApp().base + path, method: data ? 'POST' : 'GET', data, success, fail })
})
"""
INDEX_JS = """const http = require('../../http.js')
Page({
  data: { said: 'nothing', far: getApp().base + '/far.png' },
  load() {
    http('/users?page=2').then((answer) => this.setData({ said: 'got ' + answer.statusCode }))
      .catch((error) => this.setData({ said: error.errMsg }))
  },
  send() { http('/send', { name: '<b>名字</b>' }).then(() => this.setData({ said: 'sent' })) },
})
"""
INDEX_WXML = """<view id="load" bindtap="load">load</view><view id="send" bindtap="send">send</view>
<view id="said">{{said}}</view><image src="/logo.png"/><image src="/gone.png"/><image src="{{far}}"/>
"""


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        sent = self.rfile.read(length)
        body = json.dumps({"path": self.path, "sent": sent.decode(), "users": [{"id": 1}, {"id": 2}]}).encode()
        is_picture = self.path.endswith(".png")
        body = PICTURE if is_picture else body
        self.send_response(200)
        self.send_header("Content-Type", "image/png" if is_picture else "application/json")
        self.send_header("Set-Cookie", "session=abc; Path=/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, server: str) -> WholeDesk:
    root = tmp_path / "project"
    files = {
        "app.js": f"App({{ base: '{server}' }})",
        "app.json": '{"pages": ["pages/index/index"]}',
        "project.config.json": '{"setting": {"urlCheck": false}}',
        "http.js": HTTP_JS,
        "pages/index/index.js": INDEX_JS,
        "pages/index/index.wxml": INDEX_WXML,
        "pages/index/index.json": "{}",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / "logo.png").write_bytes(PICTURE)
    made = WholeDesk(qtbot, tmp_path / "config")
    made.window.resize(1500, 950)
    made.open_and_see(root)
    return made


def panel_of(desk: WholeDesk) -> NetworkPanel:
    return desk.panel("network", NetworkPanel)


def see_rows(panel: NetworkPanel, count: int) -> None:
    wait_until(lambda: panel.table.rows.rowCount() == count, f"{count} rows", instead=panel.presenter.lines)


def click_row(panel: NetworkPanel, row: int, column: int = 0) -> None:
    def place() -> QPoint:
        return panel.table.visualRect(panel.table.rows.index(row, column)).center()

    viewport = panel.table.viewport()
    wait_until(lambda: panel.table.indexAt(place()).column() == column, f"column {column}")
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place())


def show_tab(panel: NetworkPanel, name: str) -> None:
    bar = panel.details.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(TABS.index(name)).center())


def keep_picture(desk: WholeDesk, name: str) -> None:
    """A picture to look at, if somebody wants it."""
    if folder := os.environ.get("HANDSET_PICTURES"):
        QTest.qWait(100)
        desk.window.grab().save(f"{folder}/{name}.png")


def test_a_request_is_seen_looked_at_blocked_and_sent_again(desk: WholeDesk, server: str) -> None:
    desk.user.tap("#load")
    desk.user.see_text("#said", "got 200")
    desk.user.tap("#send")
    desk.user.see_text("#said", "sent")
    panel = panel_of(desk)
    requests = panel.toolbar.groups["request"]
    QTest.mouseClick(requests, Qt.MouseButton.LeftButton)
    see_rows(panel, 2)
    click_row(panel, 0)
    assert panel.presenter.chosen is not None
    assert panel.presenter.chosen.url == f"{server}/users?page=2"
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{server}/users?page=2"
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.presenter.chosen.url == f"{server}/send"
    QTest.keyClick(panel.table, Qt.Key.Key_Up)
    show_tab(panel, "preview")
    shown = [row.text() for row in panel.details.preview.rows]
    assert "path: '/users?page=2'" in shown
    keep_picture(desk, "network-preview")
    show_tab(panel, "timing")
    assert panel.details.timing.lines()
    keep_picture(desk, "network-timing")
    show_tab(panel, "headers")
    keep_picture(desk, "network-headers")
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    chosen = panel.presenter.shown.row(0)
    click_row(panel, 0, INITIATOR)
    desk.wait(lambda: "http.js" in desk.bench.documents, "http.js in the editor")
    act = dict(panel.actions_for(chosen))
    act["copy_curl"]()
    assert f"curl '{server}/users?page=2'" in QGuiApplication.clipboard().text()
    act["replay"]()
    see_rows(panel, 3)
    wait_until(lambda: panel.presenter.shown.row(2).state == "ok", "the answer to the replay")
    assert panel.presenter.shown.row(2).replayed == chosen.number
    act["block_domain"]()
    desk.user.tap("#load")
    desk.user.see_text("#said", "request:fail errcode:-20 cronet_error_code:-20 error_msg:net::ERR_BLOCKED_BY_CLIENT")
    see_rows(panel, 4)
    keep_picture(desk, "network-blocked")
    panel.toolbar.filter.setText("status:failed")
    see_rows(panel, 1)


def test_all_that_is_shown_becomes_a_har_file(desk: WholeDesk, tmp_path: Path) -> None:
    desk.user.tap("#send")
    desk.user.see_text("#said", "sent")
    panel = panel_of(desk)
    panel.toolbar.filter.setText("method:post")
    see_rows(panel, 1)
    panel.save_to(tmp_path / "a.har")
    wait_until(lambda: not panel.is_writing, "the file")
    (entry,) = json.loads((tmp_path / "a.har").read_text())["log"]["entries"]
    assert json.loads(entry["request"]["postData"]["text"]) == {"name": "<b>名字</b>"}
    assert entry["response"]["cookies"] == [{"name": "session", "value": "abc"}]


def test_pictures_of_the_project_and_of_the_web_are_seen(desk: WholeDesk, server: str) -> None:
    panel = panel_of(desk)
    QTest.mouseClick(panel.toolbar.groups["image"], Qt.MouseButton.LeftButton)
    see_rows(panel, 3)
    by_name = {name(one): one for one in panel.presenter.shown.rows()}
    assert {key: (one.state, status(one)) for key, one in by_name.items()} == {
        "logo.png": ("ok", "200"), "gone.png": ("failed", "404"), "far.png": ("ok", "loaded"),
    }  # fmt: skip
    click_row(panel, list(by_name).index("logo.png"))
    show_tab(panel, "preview")
    assert panel.presenter.answer().kind == "picture"
    keep_picture(desk, "network-picture")


def test_a_picture_whose_address_is_blocked_is_not_asked_for(desk: WholeDesk, server: str) -> None:
    panel = panel_of(desk)
    panel.toolbar.blocking.click()
    QTest.keyClicks(panel.toolbar.blocked, "far")
    QTest.keyClick(panel.toolbar.blocked, Qt.Key.Key_Return)
    assert list(panel.presenter.network.blocked) == ["far"]
    desk.user.evaluate(f"page.setData({{ far: '{server}/far2.png' }})")
    QTest.mouseClick(panel.toolbar.groups["image"], Qt.MouseButton.LeftButton)
    panel.toolbar.filter.setText("far2")
    see_rows(panel, 1)
    assert panel.presenter.shown.row(0).error == "net::ERR_BLOCKED_BY_CLIENT"
