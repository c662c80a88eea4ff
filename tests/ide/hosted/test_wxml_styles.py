"""The styles of the Wxml panel on a program that runs, with real clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.wxml.panel import WxmlPanel
from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

FILES = {
    "app.wxss": ".box { color: red; margin: 10rpx }\n",
    "pages/index/index.wxml": '<view class="box">a</view>\n',
    "pages/index/index.less": "@main: blue;\n.box {\n  color: @main;\n  widht: 3px;\n  &:active { top: 1px }\n}\n",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(make_project(tmp_path / "project"), FILES))
    return desk


def texts(panel: WxmlPanel) -> list[str]:
    return [row.plain() for row in panel.details.styles.list.rows]


def choose(desk: WholeDesk, panel: WxmlPanel, text: str) -> None:
    desk.wait(lambda: any(text in row.text() for row in panel.tree.rows), "the tree")
    panel.tree.choose(next(row.path for row in panel.tree.rows if text in row.text()))
    desk.wait(lambda: len(texts(panel)) > 3, "the styles")


def test_rules_lead_to_their_files_and_states_are_forced(desk: WholeDesk) -> None:
    panel = desk.panel("wxml", WxmlPanel)
    choose(desk, panel, "box")
    assert texts(panel)[:10] == [
        "style of the element {", "}",
        ".box {  index.less:2", "  color: @main", "- widht: 3px  (Unknown property)", "}",
        ".box {  app.wxss:1", "- color: red", "  margin: 10rpx", "}",
    ]  # fmt: skip
    styles = panel.details.styles
    link = styles.list.parts_of(6).link.center()
    QTest.mouseClick(styles.list.viewport(), Qt.MouseButton.LeftButton, pos=link)
    desk.wait(lambda: desk.bench.editor.active == "app.wxss", "the sheet in the editor")
    styles.states["active"].click()
    desk.wait(lambda: ".box:active {  index.less:5" in texts(panel), "the rule of the forced state")
    assert styles.states["active"].isChecked()
    panel.details.bar.setCurrentIndex(1)
    computed = panel.details.computed
    assert computed.box.box is not None
    assert computed.box.box.margin.left == 5
    item = computed.list.findItems("color", Qt.MatchFlag.MatchExactly)[0]
    assert (item.text(1), item.text(2)) == ("rgb(0, 0, 255)", "index.less:3")
