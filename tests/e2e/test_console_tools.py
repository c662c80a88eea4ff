"""The console in the window as somebody works with it: live expressions, values kept, groups, what is mended."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.console.lines import ToggleGroup
from ide.panels.console.panel import ConsolePanel
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

INDEX_JS = """Page({
  data: { n: 1, user: { name: 'Li' } },
  onLoad() {
    console.log('user', this.data.user)
    console.groupCollapsed('details')
    console.log('inside')
    console.groupEnd()
  },
  more() { this.setData({ n: this.data.n + 1 }) },
})
"""
FILES = {
    "app.js": "App({})",
    "app.json": '{"pages": ["pages/index/index"]}',
    "project.config.json": "{}",
    "pages/index/index.js": INDEX_JS,
    "pages/index/index.json": "{}",
    "pages/index/index.wxml": '<view id="more" bindtap="more">{{n}}</view>\n',
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    root = tmp_path / "project"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    made = WholeDesk(qtbot, tmp_path / "config")
    made.window.resize(1500, 950)
    made.open_and_see(root)
    return made


def rows(console: ConsolePanel) -> list[str]:
    console.presenter.flush()
    return console.presenter.lines()


def click_action(console: ConsolePanel, index: int, action: ToggleGroup) -> None:
    place = console.rows.action_point(index, action)
    assert place is not None
    QTest.mouseClick(console.rows.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())


def keep_picture(desk: WholeDesk, name: str) -> None:
    """A picture to look at, if somebody wants it."""
    if folder := os.environ.get("HANDSET_PICTURES"):
        QTest.qWait(100)
        desk.window.grab().save(f"{folder}/{name}.png")


def test_an_expression_is_pinned_and_kept_up(desk: WholeDesk) -> None:
    console = desk.console
    QTest.mouseClick(console.toolbar.live, Qt.MouseButton.LeftButton)
    QTest.keyClicks(console.live.field, "$data.n * 10")
    QTest.keyClick(console.live.field, Qt.Key.Key_Return)
    wait_until(lambda: console.live.shown() == ["$data.n * 10: 10"], "the value", instead=console.live.shown)
    desk.user.tap("#more")
    wait_until(lambda: console.live.shown() == ["$data.n * 10: 20"], "the next value", instead=console.live.shown)
    keep_picture(desk, "console-live")
    assert not any("$data.n" in line for line in rows(console))


def test_values_are_kept_and_groups_open(desk: WholeDesk) -> None:
    console, presenter = desk.console, desk.console.presenter
    wait_until(lambda: any("details" in line for line in rows(console)), "the log", instead=lambda: rows(console))
    index = next(number for number, line in enumerate(rows(console)) if line.startswith("user"))
    value = presenter.value_in(index, None)
    assert value is not None
    presenter.store(value)
    wait_until(lambda: "temp1" in rows(console), "temp1", instead=lambda: rows(console))
    console.evaluator.line.setPlainText("temp1.name + $_.name")
    QTest.keyClick(console.evaluator.line, Qt.Key.Key_Return)
    wait_until(lambda: rows(console)[-1].endswith("'LiLi'"), "what is kept", instead=lambda: rows(console))
    assert not any("inside" in line for line in rows(console))
    group = next(number for number, line in enumerate(rows(console)) if "details" in line)
    click_action(console, group, ToggleGroup(presenter.timeline.record(group).opens))
    assert any("inside" in line for line in rows(console))


def test_the_node_that_is_chosen_in_the_tree_is_known(desk: WholeDesk) -> None:
    desk.hosted.debug.pages.tree(
        lambda nodes: desk.hosted.debug.pages.choose(tuple(nodes[0]["ref"]) if nodes else None)  # type: ignore[arg-type]
    )
    wait_until(lambda: desk.hosted.debug.pages.chosen, "the tree")
    console = desk.console
    console.evaluator.line.setPlainText("$0.attributes.id")
    QTest.keyClick(console.evaluator.line, Qt.Key.Key_Return)
    wait_until(lambda: rows(console)[-1].endswith("'more'"), "the node", instead=lambda: rows(console))


def test_an_error_of_a_build_is_mended(desk: WholeDesk) -> None:
    console = desk.console
    page = desk.bench.root / "pages/index/index.wxml"
    good = page.read_text()
    page.write_text("<view>")
    wait_until(lambda: any("</view>" in line or "view" in line for line in rows(console)[3:]), "the error")
    page.write_text(good)
    wait_until(lambda: any(line.startswith("✓") for line in rows(console)), "mended", instead=lambda: rows(console))
    keep_picture(desk, "console-mended")


def test_messages_tell_the_call_of_set_data_and_its_line(desk: WholeDesk) -> None:
    console = desk.console
    QTest.mouseClick(console.toolbar.groups["bridge"], Qt.MouseButton.LeftButton)
    desk.user.rest()
    desk.user.tap("#more")
    wait_until(
        lambda: any("setData 1 key" in line and "index.js:9" in line for line in rows(console)), "the call",
        instead=lambda: rows(console),
    )  # fmt: skip
    keep_picture(desk, "console-messages")
