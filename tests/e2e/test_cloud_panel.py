"""The cloud panel in the window: a program writes, the user looks, changes a document, and is asked about functions."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ide.panels.cloud.panel import CloudPanel
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

INDEX_JS = """Page({
  data: { names: [], picture: '', shown: 'none' },
  loaded() { this.setData({ shown: 'shown' }) },
  onLoad() {
    wx.cloud.init({ env: 'my-env' })
    const people = wx.cloud.database().collection('people')
    this.listener = people.watch({ onChange: ({ docs }) => this.setData({ names: docs.map((one) => one.name) }) })
    wx.cloud.uploadFile({ cloudPath: 'a/b.svg', filePath: 'b.svg' })
      .then(({ fileID }) => this.setData({ picture: fileID }))
    people.add({ data: { _id: 'p1', name: 'Ada', born: 1815, tags: ['first'] } })
  },
})
"""
FILES = {
    "app.json": '{"pages": ["pages/index/index"]}', "app.js": "App({})", "pages/index/index.js": INDEX_JS,
    "project.config.json": '{"appid": "wx1", "cloudfunctionRoot": "functions/"}',
    "pages/index/index.wxml": '<view id="names">{{names}}</view><view id="shown">{{shown}}</view>'
    '<image wx:if="{{picture}}" src="{{picture}}" bindload="loaded"/>',
    "b.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    "functions/login/index.js": "exports.main = () => 1",
    "functions/login/config.json": '{"triggers": [{"name": "nightly", "type": "timer", "config": "0 0 2 * * * *"}]}',
    "cloud-data/people.json": '[{"_id": "p0", "name": "Grace", "born": 1906}]',
}  # fmt: skip


def test_what_a_program_writes_is_seen_and_changed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(tmp_path / "project", FILES))
    wait_until(lambda: desk.user.text("#names") == "Grace,Ada", "both names")
    wait_until(lambda: desk.user.text("#shown") == "shown", "the picture from the storage")
    panel = desk.panel("cloud", CloudPanel)
    documents = panel.documents
    wait_until(lambda: documents.table.rowCount() == 2, "the documents")
    assert panel.environments.currentText() == "my-env"
    cell = documents.table.visualItemRect(documents.table.item(1, 0)).center()
    QTest.mouseClick(documents.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    text = documents.editor.toPlainText()
    assert '"name": "Ada"' in text
    documents.editor.setPlainText(text.replace("Ada", "Ada Lovelace"))
    QTest.mouseClick(documents.buttons["save"], Qt.MouseButton.LeftButton)
    wait_until(lambda: desk.user.text("#names") == "Grace,Ada Lovelace", "the change on the phone")
    documents.query.setText('{"born": {"$lt": 1900}}')
    QTest.keyClick(documents.query, Qt.Key.Key_Return)
    wait_until(lambda: documents.table.rowCount() == 1, "what the condition is true of")
    login = panel.tree.topLevelItem(1).child(0)
    place = panel.tree.visualItemRect(login).center()
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.function.trust_button.isVisible()
    assert not panel.function.call_button.isVisible()
    QTest.mouseClick(panel.function.trust_button, Qt.MouseButton.LeftButton)
    press_answer(desk, "answer_trust")
    assert panel.function.call_button.isVisible()
    assert desk.hosted.program.folders.is_trusted
    triggers = panel.function.fire_button.menu()
    wait_until(lambda: triggers.actions()[0].text().startswith("Timer nightly"), "the function's timer")
    panel.presenter.choose("files", "")
    assert panel.files.list.topLevelItemCount() == 1
    row = panel.files.list.visualItemRect(panel.files.list.topLevelItem(0)).center()
    QTest.mouseClick(panel.files.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    QTest.mouseClick(panel.files.buttons["delete"], Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.files.list.topLevelItemCount() == 0, "the file to be gone")


def press_answer(desk: WholeDesk, name: str) -> None:
    box = desk.window.findChild(QMessageBox)
    wait_until(box.isVisible, "the question")
    QTest.mouseClick(box.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
