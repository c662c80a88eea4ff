"""The names of a project's files follow the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ide.models.file_tree import Entry, FileTree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path in ("app.js", "pages/index/index.wxml", "pages/index/index.js", "node_modules/x/deep.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    return tmp_path


def test_folders_come_first_and_other_tools_folders_stay_closed(root: Path) -> None:
    tree = FileTree(root)
    assert tree.children("") == (Entry("node_modules", True), Entry("pages", True), Entry("app.js", False))
    assert list(tree.files()) == ["pages/index/index.js", "pages/index/index.wxml", "app.js"]


def test_a_new_folder_is_found_with_what_is_in_it(root: Path) -> None:
    tree = FileTree(root)
    (root / "pages/new").mkdir()
    (root / "pages/new/new.js").touch()
    assert tree.refresh({"pages/new/new.js", "pages/new"}) == ["pages"]
    assert "pages/new/new.js" in list(tree.files())


def test_a_removed_folder_is_forgotten(root: Path) -> None:
    tree = FileTree(root)
    shutil.rmtree(root / "pages")
    assert tree.refresh({"pages/index/index.js", "pages/index", "pages"}) == [""]
    assert list(tree.files()) == ["app.js"]
    assert not tree.is_folder("pages/index")


def test_a_written_file_changes_nothing(root: Path) -> None:
    tree = FileTree(root)
    assert tree.refresh({"app.js", "pages/index/index.js"}) == []


def test_a_circle_of_links_ends(root: Path) -> None:
    (root / "pages" / "loop").symlink_to(root)
    assert "pages/loop/app.js" not in list(FileTree(root).files())


def test_links_are_listed_and_not_followed_and_a_loop_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "app.js").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    tree = FileTree(tmp_path)
    assert tree.children("") == (Entry("up", True, True), Entry("app.js", False), Entry("loop", False, True))
    assert tree.children("up") == ()


def test_what_matches_comes_with_the_folders_above_and_what_is_in_it(tmp_path: Path) -> None:
    for path in ("pages/index/a.js", "pages/index/b.js", "pages/other/index.js", "app.js"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    tree = FileTree(tmp_path)
    assert tree.matching("Other") == {"pages", "pages/other", "pages/other/index.js"}
    assert tree.matching("index") == {
        "pages", "pages/index", "pages/index/a.js", "pages/index/b.js", "pages/other", "pages/other/index.js",
    }  # fmt: skip
    assert tree.matching("nothing") == frozenset()


def test_a_link_in_a_circle_hides_nothing(root: Path) -> None:
    (root / "loop").symlink_to("loop")
    assert [entry.name for entry in FileTree(root).children("")] == ["node_modules", "pages", "app.js", "loop"]
