"""What a project's watcher tells, and what it does not look at."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from simulator.build.inotify_watch import InotifyWatch
from simulator.build.watch import ProjectWatcher
from tests.support.project_folder import write_project
from tests.support.waiting import wait_until

FILES = {"app.json": "{}", "app.js": "App({})", "pages/a/a.js": "Page({})", "pages/a/a.wxml": "<view/>"}
ON_LINUX = sys.platform.startswith("linux")


class Watched:
    """A watched project; `told` are the sets of paths."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.told: list[frozenset[str]] = []
        self.installations = 0
        self.gone = 0
        self.watcher = ProjectWatcher(root)
        self.watcher.changed.connect(lambda paths, _at: self.told.append(paths))
        self.watcher.installed.connect(self._installed)
        self.watcher.root_gone.connect(self._gone)
        self.watcher.start()

    def _installed(self) -> None:
        self.installations += 1

    def _gone(self) -> None:
        self.gone += 1

    def write(self, path: str, text: str = "x") -> None:
        write_project(self.root, {path: text})

    def hears(self, *paths: str) -> None:
        """Waits until these have been told, together or one after the other."""
        wait_until(lambda: set(paths) <= set().union(*self.told), f"{paths} to be told", instead=lambda: self.told)
        self.told.clear()


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    made: list[Watched] = []

    def make(**files: str) -> Watched:
        root = write_project(tmp_path / "project", {**FILES, **files})
        made.append(Watched(root))
        return made[-1]

    yield make
    for one in made:
        one.watcher.stop()


def test_files_that_are_written_made_and_removed(watch: Callable[..., Watched]) -> None:
    watched = watch()
    watched.write("app.js")
    watched.hears("app.js")
    watched.write("pages/b/inner/c.js")
    watched.hears("pages/b")
    watched.write("pages/b/inner/d.js")
    watched.hears("pages/b/inner/d.js")
    (watched.root / "pages/a/a.js").unlink()
    watched.hears("pages/a/a.js")
    shutil.rmtree(watched.root / "pages/b")
    watched.hears("pages/b")


def test_files_and_folders_that_move(watch: Callable[..., Watched], tmp_path: Path) -> None:
    watched = watch()
    (watched.root / "pages/a").rename(watched.root / "pages/z")
    watched.hears("pages/a", "pages/z")
    watched.write("pages/z/a.js", "new")
    watched.hears("pages/z/a.js")
    (tmp_path / "saved.tmp").write_text("whole")
    (tmp_path / "saved.tmp").replace(watched.root / "app.js")
    watched.hears("app.js")
    (watched.root / "pages/z").rename(tmp_path / "elsewhere")
    watched.hears("pages/z")
    (tmp_path / "elsewhere/a.js").write_text("not ours any more")
    watched.write("app.js")
    watched.hears("app.js")


def test_what_is_ignored_is_not_told(watch: Callable[..., Watched]) -> None:
    config = '{"watchOptions": {"ignore": ["temp", "**/*.map"]}}'
    watched = watch(**{"project.config.json": config, "node_modules/a/b.js": "", "temp/x.js": "", ".git/index": ""})
    for path in (
        "node_modules/a/b.js",
        "node_modules/c.js",
        "temp/x.js",
        "pages/a/a.js.map",
        ".git/index",
        "temp/n/y.js",
    ):
        watched.write(path, "changed")
    watched.write("app.js")
    wait_until(lambda: watched.told, "the change of app.js")
    assert watched.told == [frozenset({"app.js"})]


@pytest.mark.skipif(not ON_LINUX, reason="elsewhere the system watches whole trees")
def test_ignored_folders_take_no_watch(watch: Callable[..., Watched]) -> None:
    packages = {f"node_modules/p{n}/lib/index.js": "" for n in range(50)}
    watched = watch(**packages, **{"project.config.json": '{"watchOptions": {"ignore": ["temp"]}}', "temp/a/b.js": ""})
    inner = watched.watcher._watch
    assert isinstance(inner, InotifyWatch)
    assert set(inner._watches) == {"", "node_modules", "pages", "pages/a"}


def test_ignored_folders_follow_the_settings(watch: Callable[..., Watched]) -> None:
    watched = watch(**{"project.config.json": "{}", "temp/a.js": ""})
    watched.write("temp/a.js", "1")
    watched.hears("temp/a.js")
    watched.write("project.config.json", '{"watchOptions": {"ignore": ["temp"]}}')
    watched.hears("project.config.json")
    watched.write("temp/a.js", "2")
    watched.write("project.config.json", "{}")
    watched.hears("project.config.json")
    watched.write("temp/a.js", "3")
    watched.hears("temp/a.js")


def test_an_installation_of_packages_is_told_when_it_is_done(watch: Callable[..., Watched]) -> None:
    watched = watch(**{"package.json": "{}"})
    watched.write("node_modules/a/index.js")
    wait_until(lambda: watched.installations, "the new folder to be told")
    before = watched.installations
    watched.write("node_modules/.package-lock.json")
    wait_until(lambda: watched.installations > before, "the end of the installation to be told")
    assert watched.told == []


def test_packages_that_are_copied_in_are_told_of_after_the_copying(watch: Callable[..., Watched]) -> None:
    watched = watch(**{"package.json": "{}", "node_modules/a/index.js": ""})
    watched.write("node_modules/b/index.js")
    wait_until(lambda: watched.installations, "the new package to be told")
    (watched.root / "node_modules/b/late").mkdir()
    before = watched.installations
    wait_until(lambda: watched.installations > before, "a second look")
    assert watched.told == []


def test_folders_that_come_and_go_cause_no_warnings(
    watch: Callable[..., Watched], recwarn: pytest.WarningsRecorder
) -> None:
    watched = watch()
    for number in range(20):
        watched.write(f"pages/{number}/inner/x.js")
        (watched.root / "pages").rename(watched.root / "moved")
        shutil.copytree(watched.root / "moved", watched.root / "pages")
        shutil.rmtree(watched.root / "moved")
    watched.hears("pages")
    assert [str(one.message) for one in recwarn] == []


def test_a_project_that_is_made_again_is_watched_again(watch: Callable[..., Watched]) -> None:
    watched = watch()
    shutil.rmtree(watched.root)
    wait_until(lambda: watched.gone, "the end of the folder")
    watched.told.clear()
    write_project(watched.root, FILES)
    watched.hears("app.json", "pages")
    watched.write("pages/a/a.js", "again")
    watched.hears("pages/a/a.js")
    assert watched.gone == 1


def test_a_linked_project_folder_is_watched(watch: Callable[..., Watched], tmp_path: Path, qapp: QApplication) -> None:
    real = write_project(tmp_path / "real", FILES)
    (tmp_path / "link").symlink_to(real)
    watched = Watched(tmp_path / "link")
    watched.write("pages/a/a.js")
    watched.hears("pages/a/a.js")
    watched.watcher.stop()


def test_what_is_lost_by_the_system_counts_as_changed(watch: Callable[..., Watched]) -> None:
    watched = watch(**{"node_modules/a.js": ""})
    watched.watcher._raised.emit("", "lost", False)
    watched.hears("app.js", "app.json", "pages")
