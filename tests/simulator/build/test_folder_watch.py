"""The watch of a whole tree, as systems other than Linux have it, reports what the watch of single folders does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from runtime.project.ignored import read_ignored
from simulator.build.folder_events import is_outpost
from simulator.build.folder_watch import TreeWatch
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until


class Tree:
    """A watched tree; `reported` are the paths."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reported: list[str] = []
        ignored = read_ignored({"watchOptions": {"ignore": ["temp"]}}, "")
        self.watch = TreeWatch(root, ignored.is_ignored, frozenset({"node_modules"}), self._report)
        self.watch.start()

    def _report(self, path: str, _state: str, _is_new: bool) -> None:
        self.reported.append(path)

    def hears(self, *paths: str) -> None:
        """Waits until these have been reported."""
        wait_until(lambda: set(paths) <= set(self.reported), f"{paths}", instead=lambda: self.reported)
        self.reported.clear()


@pytest.fixture
def tree(qapp: QApplication, tmp_path: Path) -> Iterator[Tree]:
    files = {"app.js": "1", "pages/a.js": "1", "temp/x.js": "1", "node_modules/a/b.js": "1"}
    tree = Tree(write_project(tmp_path / "project", files))
    yield tree
    tree.watch.stop()


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        (lambda root: (root / "app.js").write_text("2"), ["app.js"]),
        (lambda root: write_project(root, {"new/b.js": "1"}), ["new"]),
        (lambda root: (root / "app.js").unlink(), ["app.js"]),
        (lambda root: (root / "app.js").replace(root / "pages/a.js"), ["app.js", "pages/a.js"]),
        (lambda root: shutil.rmtree(root / "pages"), ["pages"]),
        (
            lambda root: write_project(root, {"node_modules/.package-lock.json": "1"}),
            ["node_modules/.package-lock.json"],
        ),
    ],
)
def test_changes_are_reported(tree: Tree, change: Callable[[Path], object], paths: list[str]) -> None:
    change(tree.root)
    tree.hears(*paths)


def test_what_is_ignored_is_not(tree: Tree) -> None:
    write_project(
        tree.root, {"temp/x.js": "2", "node_modules/a/b.js": "2", "node_modules/a/c/d.js": "2", "app.js": "2"}
    )
    wait_until(lambda: "app.js" in tree.reported, "app.js")
    assert [path for path in tree.reported if path.startswith(("temp", "node_modules/a/"))] == []


@pytest.mark.parametrize(
    ("path", "is_one"), [("node_modules", True), ("node_modules/a", True), ("node_modules/a/b", False), ("a", False)]
)
def test_an_outpost_and_what_stands_directly_in_it(path: str, is_one: bool) -> None:
    assert is_outpost(path, frozenset({"node_modules"})) is is_one
