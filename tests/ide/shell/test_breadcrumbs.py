"""The line over the editor: where the file is, what the cursor stands in, and ways to go from there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.ide_desk import IdeDesk, make_project
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

pytestmark = [pytest.mark.window, pytest.mark.browser]

WXML = "pages/index/index.wxml"
FILES = {
    WXML: '<view class="a">\n  <scroll-view>\n    <text>a</text>\n  </scroll-view>\n  <button/>\n</view>\n',
    "pages/index/index.js": "Page({\n  onLoad() {\n    this.go()\n  },\n})\n",
}


def texts(desk: IdeDesk, selector: str) -> list[str]:
    script = f"JSON.stringify([...document.querySelectorAll('{selector}')].map((one) => one.textContent))"
    found: list[str] = json.loads(str(desk.script(script)))
    return found


def see(desk: IdeDesk, *crumbs: str) -> None:
    wait_until(lambda: texts(desk, ".crumb") == list(crumbs), f"{crumbs}", instead=lambda: str(texts(desk, ".crumb")))


def click(desk: IdeDesk, selector: str, number: int) -> None:
    desk.script(f"document.querySelectorAll('{selector}')[{number}].click()")


def test_the_line_over_the_editor_leads_around_the_file_and_into_the_tree(qtbot: QtBot, tmp_path: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(write_project(make_project(tmp_path / "project"), FILES))
    desk.open_file(WXML, 3, 6)
    see(desk, "pages", "index", "index.wxml", "view", "scroll-view", "text")
    click(desk, ".crumb.symbol", 1)
    assert texts(desk, ".crumb-list button") == ["scroll-view", "button"]
    click(desk, ".crumb-list button", 1)
    see(desk, "pages", "index", "index.wxml", "view", "button")
    assert texts(desk, ".crumb-list button") == []
    places: list[str] = []
    desk.bench.editor.place_asked = lambda path, place: places.append(f"{place} {path}")
    click(desk, ".crumb", 1)
    desk.wait(lambda: places == ["tree pages/index"], "the folder in the tree")
    desk.open_file("pages/index/index.js", 3, 6)
    see(desk, "pages", "index", "index.js", "onLoad")
