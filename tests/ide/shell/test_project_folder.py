"""What the window does when the project's folder vanishes, comes back, or cannot be watched."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from simulator.build import inotify_watch
from tests.support.ide_desk import IdeDesk, make_project

pytestmark = [pytest.mark.window, pytest.mark.browser]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def test_a_folder_that_comes_back_is_watched_again(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    root.rename(tmp_path / "away")
    desk.wait(lambda: "project_gone" in desk.window.notices, "the loss to be told")
    (tmp_path / "away" / "new.txt").write_text("")
    (tmp_path / "away").rename(root)
    desk.wait(lambda: "project_gone" not in desk.window.notices, "the notice to go")
    desk.wait(lambda: "new.txt" in [entry.name for entry in desk.bench.tree.children("")], "the tree to be read again")
    (root / "later.txt").write_text("")
    desk.wait(lambda: "later.txt" in [entry.name for entry in desk.bench.tree.children("")], "a new file to be seen")


def test_a_folder_that_cannot_be_watched_opens_all_the_same(
    qtbot: QtBot, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> object:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr(inotify_watch, "InotifyFD", refused)
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    assert "not_watched" in desk.window.notices
    desk.open_file("pages/index/index.wxml")


def test_a_place_that_the_program_names_lies_in_the_project(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    (tmp_path / "precious.js").write_text("mine")
    desk = IdeDesk(qtbot, tmp_path / "config")
    desk.open(root)
    for name in ("../precious.js", "pages/../../precious.js", "..\\precious.js"):
        desk.bench.open_source(name, 1, 1)
    assert desk.bench.editor.open_paths == []
    desk.bench.open_source("pages/index/index.js", 1, 1)
    assert desk.bench.editor.open_paths == ["pages/index/index.js"]
