"""The audits panel in the window: a real program is judged, a finding is opened, a package is gone into."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.models.audits.treemap import Tile
from ide.panels.audits.panel import AuditsPanel
from tests.support.ide_desk import make_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

SCRIPT = """Page({
  onLoad() {
    setInterval(() => {}, 100000)
  },
  throws() { throw new Error('thrown in the run') },
})
"""


def rows(panel: AuditsPanel) -> list[str]:
    return [row.text() for row in panel.tree.rows]


def click(panel: AuditsPanel, beginning: str, *, on_triangle: bool) -> None:
    number = next(number for number, text in enumerate(rows(panel)) if text.startswith(beginning))
    point = panel.tree.triangle_at(number)
    away = QPoint(0 if on_triangle else 60, 0)
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point + away)


def test_a_program_is_audited_and_its_findings_lead_to_the_source(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "pages/index/index.js").write_text(SCRIPT)
    (root / "pages/index/index.wxml").write_text('<view id="go" bindtap="throws">go</view>')
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("audits", AuditsPanel)
    timers = "Timers end with their page"
    wait_until(lambda: any(text.startswith(timers) for text in rows(panel)), "the audit", instead=lambda: rows(panel))
    click(panel, timers, on_triangle=True)
    click(panel, "pages/index/index.js:3", on_triangle=False)
    wait_until(lambda: desk.bench.editor.active == "pages/index/index.js", "the source in the editor")

    desk.user.tap("#go")
    exceptions = "No exception is uncaught"
    wait_until(lambda: any(text.startswith(exceptions) for text in rows(panel)), "what the run adds")

    (package,) = panel.bars.bars
    assert package.size_bytes > 0
    QTest.mouseClick(panel.bars.viewport(), Qt.MouseButton.LeftButton, pos=panel.bars.row_area(0).center())
    assert "pages/" in {bar.name for bar in panel.bars.bars}
    QTest.mouseClick(panel.up, Qt.MouseButton.LeftButton)
    assert panel.bars.bars == [package]

    QTest.mouseClick(panel.as_map, Qt.MouseButton.LeftButton)
    wait_until(lambda: panel.map.isVisible() and len(panel.map.tiles) > 2, "the areas")
    around = panel.map.tiles[0]
    assert (around.bar, around.has_head) == (package, True)
    click_tile(panel, around)
    assert "pages/" in {tile.bar.name for tile in panel.map.tiles}
    click_tile(panel, next(tile for tile in panel.map.tiles if tile.bar.file == "pages/index/index.wxml"))
    wait_until(lambda: desk.bench.editor.active == "pages/index/index.wxml", "the file in the editor")


def click_tile(panel: AuditsPanel, tile: Tile) -> None:
    """On its name."""
    place = QPoint(round(tile.area.x) + 5, round(tile.area.y) + 5)
    QTest.mouseClick(panel.map, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
