"""The tree of the Wxml panel on a program that runs: shadow trees, search, keys, the menu of an element."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.wxml.node_menu import node_menu
from ide.panels.wxml.panel import WxmlPanel
from tests.support.ide_desk import make_project
from tests.support.project_folder import write_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

FILES = {
    "components/card.js": "Component({})",
    "components/card.json": '{"component": true}',
    "components/card.wxml": '<view class="frame"><slot/><text>foot</text></view>',
    "pages/index/index.json": '{"usingComponents": {"card": "/components/card"}}',
    "pages/index/index.wxml": '<card><text class="mine" bindtap="go">{{words}}</text></card>\n<view id="end"/>\n',
    "pages/index/index.js": "Page({ data: { words: 'in the slot' }, go() { this.setData({ words: 'changed' }) } })",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(write_project(make_project(tmp_path / "project"), FILES))
    return desk


def texts(panel: WxmlPanel) -> list[str]:
    return [row.indented() for row in panel.tree.rows]


def turns_where_it_is_narrow(desk: WholeDesk, panel: WxmlPanel) -> None:
    desk.window.resize(1100, 700)
    desk.wait(lambda: panel.tree.isVisible() and not panel.details.isVisible(), "the tree alone")
    QTest.mouseClick(panel.turn, Qt.MouseButton.LeftButton)
    assert panel.details.isVisible()
    assert not panel.tree.isVisible()
    desk.window.resize(1500, 700)
    desk.wait(lambda: panel.tree.isVisible() and panel.details.isVisible(), "both")
    assert not panel.turn.isVisible()


def test_the_tree_with_and_without_shadow_searched_and_copied(desk: WholeDesk) -> None:
    panel = desk.panel("wxml", WxmlPanel)
    whole = [
        "<page>", "  <card>", '    <view class="frame">', "      <slot>",
        '        <text class="mine" bind:tap="go">in the slot</text>', "      </slot>", "      <text>foot</text>",
        '  <view id="end"/>',
    ]  # fmt: skip
    whole.remove("      </slot>")
    desk.wait(lambda: texts(panel) == whole, "the tree with the component's own")
    panel.shadow.click()
    assert texts(panel) == [whole[0], whole[1], '    <text class="mine" bind:tap="go">in the slot</text>', whole[-1]]
    panel.shadow.click()
    turns_where_it_is_narrow(desk, panel)
    QTest.keyClick(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(panel.search.field, "//card//text")
    desk.wait(lambda: panel.search.count.text() == "1/2", "two texts")
    QTest.keyClick(panel.search.field, Qt.Key.Key_Return)
    assert panel.tree.chosen_path == panel.tree.rows[5].path
    QTest.keyClick(panel.tree, Qt.Key.Key_Left)
    assert panel.tree.chosen_path == panel.tree.rows[2].path
    QTest.keyClick(panel.tree, Qt.Key.Key_Right)
    assert panel.tree.chosen_path == panel.tree.rows[3].path
    panel.tree.choose(panel.tree.rows[4].path)
    desk.user.tap(".mine")
    desk.wait(lambda: "changed" in texts(panel)[4], "the text that was set")
    assert panel.tree.chosen_path == panel.tree.rows[4].path
    chosen = panel.presenter.chosen
    assert chosen is not None
    menu = node_menu(panel.presenter, chosen.path, desk.appearance, panel)
    entries = {action.objectName(): action for action in menu.actions()}
    entries["copy_selector"].trigger()
    assert QGuiApplication.clipboard().text() == "card > .frame > .mine"
    entries["keep"].trigger()
    assert desk.hosted.debug.pages.chosen == chosen.ref
    entries["open_source"].trigger()
    desk.wait(lambda: desk.bench.editor.active == "pages/index/index.wxml", "the template")


def test_what_is_open_stays_when_the_template_is_saved(desk: WholeDesk) -> None:
    panel = desk.panel("wxml", WxmlPanel)
    desk.wait(lambda: len(texts(panel)) == 7, "the tree")
    panel.tree.toggled.emit(panel.tree.rows[1].path)
    panel.tree.choose(panel.tree.rows[2].path)
    assert panel.presenter.chosen is not None
    assert texts(panel)[1] == "  <card>…</card>"
    template = desk.bench.root / "pages/index/index.wxml"
    template.write_text(template.read_text().replace('id="end"', 'id="other"'))
    desk.wait(lambda: '  <view id="other"/>' in texts(panel), "the new template")
    assert texts(panel)[1] == "  <card>…</card>"
    assert panel.presenter.chosen is not None
    assert panel.presenter.chosen.attributes["id"] == "other"
