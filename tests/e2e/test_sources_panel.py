"""The sources panel in the window: a bundle with a map and the base library, read, laid out and searched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ide.panels.sources.panel import SourcesPanel
from tests.support.ide_desk import make_project
from tests.support.waiting import wait_until
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

STEPPED = """const { twice } = require('../../lib.js')
Page({
  data: { n: 0 },
  go() {
    const n = twice(21)
    this.setData({ n })
  },
})
"""
MAP = {
    "version": 3,
    "sources": ["webpack://shop/./src/cart.ts", "gone.ts"],
    "sourcesContent": ["export const total: number = 41\n", None],
    "mappings": "AAAA",
}


def rows(panel: SourcesPanel) -> list[str]:
    return [row.text() for row in panel.tree.rows]


def click(panel: SourcesPanel, text: str) -> None:
    place = panel.tree.triangle_at(rows(panel).index(text)) + QPoint(60, 0)
    QTest.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_files_are_shown_as_loaded_laid_out_and_searched(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "cart.js").write_text("exports.total=function(){if(true){return 41}}\n//# sourceMappingURL=cart.js.map\n")
    (root / "cart.js.map").write_text(json.dumps(MAP))
    (root / "broken.js").write_text("exports.a = 1\n//# sourceMappingURL=data:application/json;base64,!!!\n")
    (root / "pages/index/index.js").write_text("require('../../cart.js'); require('../../broken.js'); Page({})\n")
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("sources", SourcesPanel)
    wait_until(
        lambda: "shop/./src/cart.ts" in rows(panel) or "shop/src/cart.ts" in rows(panel),
        "the original",
        instead=lambda: rows(panel),
    )
    assert any(text.startswith("Base library of Handset") for text in rows(panel))
    click(panel, "cart.js")
    assert panel.text.toPlainText().startswith("exports.total=function(){if(true)")
    QTest.mouseClick(panel.buttons["pretty"], Qt.MouseButton.LeftButton)
    wait_until(lambda: "\n  if (true) {\n" in panel.text.toPlainText(), "the script laid out")
    click(panel, "pages/index/index.wxml")
    QTest.mouseClick(panel.buttons["loaded"], Qt.MouseButton.LeftButton)
    assert panel.text.toPlainText() != "<view>hello</view>\n"

    QTest.mouseClick(panel.search_box, Qt.MouseButton.LeftButton)
    QTest.keyClicks(panel.search_box, "total: number")
    found = "1  export const total: number = 41"
    wait_until(lambda: found in rows(panel), "what was found", instead=lambda: rows(panel))
    click(panel, found)
    assert panel.text.textCursor().selectedText() == "export const total: number = 41"
    assert not panel.buttons["open"].isEnabled()


def test_steps_pass_a_file_by_that_is_skipped(qtbot: QtBot, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    (root / "lib.js").write_text("exports.twice = (n) => {\n  const result = n * 2\n  return result\n}\n")
    (root / "pages/index/index.js").write_text(STEPPED)
    (root / "pages/index/index.wxml").write_text('<view id="go" bindtap="go">{{n}}</view>')
    desk = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root, "pages/index/index")
    panel = desk.panel("sources", SourcesPanel)
    wait_until(lambda: "lib.js" in rows(panel), "the files")
    click(panel, "lib.js")
    QTest.mouseClick(panel.buttons["skip"], Qt.MouseButton.LeftButton)
    assert "lib.js  steps pass it by" in rows(panel)
    assert desk.bench.debugging is not None
    session = desk.bench.debugging.session
    session.toggle("pages/index/index.js", 5)
    wait_until(lambda: session.breakpoints[0].bound and session.breakpoints[0].bound.verified, "the breakpoint")
    desk.user.see_page("pages/index/index")
    desk.user.click("#go")
    for line in (5, 6):
        wait_until(lambda line=line: session.frame and session.frame.line == line, f"line {line}")  # type: ignore[misc]
        assert session.frame is not None
        assert session.frame.file == "pages/index/index.js"
        session.step("into")
    session.toggle("pages/index/index.js", 5)
    session.go()
    desk.user.see_text("#go", "42")
