"""The window's thread answers whatever a project holds and whatever is done with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.project_folder import write_project
from tests.support.whole_desk import CONTROL, WholeDesk
from tests.support.work import turns

pytestmark = [pytest.mark.window, pytest.mark.browser]

MOST_CALLS = 150_000
"""Of functions in one turn of the event loop; compiling one page of these on the way would be more."""
PAGES = 120
FIRST = "pages/p0/p0"


def large_project(root: Path) -> Path:
    """Pages with some text in each, as a shop has them."""
    rows = "".join(
        f'<view class="row{n}" wx:if="{{{{n > {n}}}}}"><text>{{{{list[{n}]}}}}</text></view>\n' for n in range(60)
    )
    styles = "".join(f".row{n} {{ width: {n}rpx; color: #12{n:02}ff; }}\n" for n in range(60))
    methods = "".join(f"  method{n}(a) {{ if (a > {n}) this.setData({{ n: a + {n} }}); }},\n" for n in range(60))
    files = {"app.js": "App({})\n"}
    names = [f"pages/p{number}/p{number}" for number in range(PAGES)]
    files["app.json"] = '{"pages": ["' + '", "'.join(names) + '"]}'
    for name in names:
        files[f"{name}.wxml"] = rows
        files[f"{name}.wxss"] = styles
        files[f"{name}.js"] = f"Page({{\n  data: {{ n: 3, list: [1, 2, 3] }},\n{methods}}})\n"
    return write_project(root, files)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> WholeDesk:
    return WholeDesk(qtbot, tmp_path / "config")


def test_saving_compiling_and_searching_in_a_large_project(desk: WholeDesk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open_and_see(large_project(tmp_path / "project"), FIRST)
    with turns() as in_window:
        for number in range(3):
            desk.open_file(f"{FIRST}.wxml", 1, 1)
            desk.type(f"<text>{number}</text>")
            desk.save()
            desk.see_verdict("Template swapped")
        desk.press(Qt.Key.Key_B, CONTROL)
        desk.wait(lambda: desk.verdict.startswith("Started"), "the start")
        QTest.keyClicks(desk.window.tree.filter_box, "p1")
        desk.wait(lambda: desk.window.tree.tree.model().rowCount() == 1, "the filtered tree")
        desk.window.tree.filter_box.clear()
        desk.window.actions_by_name["go_to_file"].trigger()
        QTest.keyClicks(desk.window.quick_open.field, "p99.wx")
        desk.window.quick_open.choose()
        desk.wait(lambda: desk.bench.editor.active.startswith("pages/p99/"), "the file")
    assert in_window.longest < MOST_CALLS


def test_what_a_hostile_project_holds(desk: WholeDesk, tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "project",
        {
            "app.json": '{"pages": ["pages/p/p"]}',
            "app.js": "App({})",
            "pages/p/p.js": "Page({})",
            "pages/p/p.wxml": "<view>here</view>",
            "long.json": "[" * 200_000,
            "line.js": "x" * 2_000_000,
        },
    )
    os.mkfifo(root / "pipe.js")
    os.mkfifo(root / "pipe.png")
    (root / "loop").symlink_to(root / "loop")
    with turns() as in_window:
        desk.open_and_see(root, "pages/p/p")
        for path in ("pipe.js", "pipe.png", "loop", "long.json", "line.js", "pages/p/p.wxml"):
            desk.bench.editor.open(path)
            assert desk.bench.editor.active == path
        (root / "pages/p/p.wxml").write_text("<view>still here</view>")
        desk.user.see_text("view", "still here")
    assert in_window.longest < MOST_CALLS
