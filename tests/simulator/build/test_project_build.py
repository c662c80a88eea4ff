"""One service for a project: whoever shows it hears the same watcher and the same builds."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from runtime.compiler.build import BuildResult
from simulator.build import project_build
from simulator.build.project_build import ProjectBuild
from simulator.build.watch import ProjectWatcher
from tests.support.project_folder import PAGE, write_project
from tests.support.qt_ends import delete_now
from tests.support.waiting import wait_until

LINT = {**PAGE, "pages/index/index.js": "wx.nothingLikeIt()"}


class Listener:
    """Somebody who shows a project."""

    def __init__(self, service: ProjectBuild) -> None:
        self.changes: set[str] = set()
        self.results: list[BuildResult] = []
        self.advised: list[object] = []
        self.problems: list[str] = []
        service.changed.connect(lambda paths, _at: self.changes.update(paths))
        service.finished.connect(lambda result, _at: self.results.append(result))
        service.advised.connect(self.advised.append)
        service.failed.connect(lambda text, _finding: self.problems.append(text))


Make = Callable[..., ProjectBuild]


@pytest.fixture
def make(qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    made: list[ProjectBuild] = []

    def make(files: Mapping[str, str] = LINT, **options: Any) -> ProjectBuild:
        made.append(ProjectBuild(write_project(tmp_path / "project", files), **options))
        return made[-1]

    yield make
    for service in made:
        service.close()
    delete_now(*made)


def test_a_change_is_seen_once_and_told_to_all(make: Make) -> None:
    service = make()
    assert len(service.findChildren(ProjectWatcher)) == 1
    tree, phone, other_phone = Listener(service), Listener(service), Listener(service)
    service.request()
    wait_until(lambda: phone.results, "the first build")
    assert phone.results == other_phone.results == [service.result]
    write_project(service.root, {"pages/index/index.wxml": "<text/>"})
    wait_until(lambda: len(phone.results) == 2, "the second build")
    assert "pages/index/index.wxml" in tree.changes
    assert phone.results == other_phone.results
    assert service.result is phone.results[-1]


def test_nobody_builds_before_somebody_asks(make: Make) -> None:
    service = make()
    listener = Listener(service)
    write_project(service.root, {"app.js": "App({})"})
    wait_until(lambda: listener.changes, "the change")
    assert service._link._running is None
    assert listener.results == []


def test_a_file_that_was_saved_needs_no_watcher(make: Make) -> None:
    service = make(watches=False)
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "the first build")
    write_project(service.root, {"pages/index/index.js": "Page({ a: 1 })"})
    service.request_file(service.root / "pages/index/index.js")
    wait_until(lambda: len(listener.results) == 2, "the second build")
    assert "a: 1" in service.result.program["scripts"]["pages/index/index.js"]["code"]  # type: ignore[union-attr]


def test_a_file_outside_may_concern_anything(make: Make, tmp_path: Path) -> None:
    service = make(watches=False)
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "the first build")
    write_project(service.root, {"pages/index/index.js": "Page({ a: 1 })"})
    service.request_file(tmp_path / "elsewhere.js")
    wait_until(lambda: len(listener.results) == 2, "the second build")
    assert "a: 1" in service.result.program["scripts"]["pages/index/index.js"]["code"]  # type: ignore[union-attr]


def test_advice_is_given_once_however_many_ask(make: Make) -> None:
    service = make(watches=False)
    listener = Listener(service)
    service.advise()
    service.request()
    wait_until(lambda: listener.results, "the first build")
    assert service.lacks_advice
    for _phone in range(3):
        service.advise()
    wait_until(lambda: listener.advised, "the advice")
    service.advise()
    service._link._pool.waitForDone()
    service.request([])
    wait_until(lambda: len(listener.results) == 2, "another build")
    assert len(listener.advised) == 1
    assert [one.code for one in service.result.diagnostics] == ["api/unknown"]  # type: ignore[union-attr]


def test_a_build_that_fails_leaves_the_last_good_one(make: Make) -> None:
    service = make(watches=False)
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "the first build")
    (service.root / "app.json").unlink()
    service.request(["app.json"])
    wait_until(lambda: listener.problems, "the failure")
    assert service.result is listener.results[0]


def test_a_folder_that_cannot_be_watched_is_built_all_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: ProjectWatcher) -> None:
        raise OSError(errno.ENOSPC, "no more watches")

    monkeypatch.setattr(project_build.ProjectWatcher, "start", refused)
    service = make()
    assert service.watch_error is not None
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "a build")


def test_a_closed_service_tells_nothing(make: Make) -> None:
    service = make()
    listener = Listener(service)
    service.request()
    service._link._pool.waitForDone()
    service.close()
    write_project(service.root, {"app.js": "App({})"})
    QApplication.processEvents()
    assert (listener.results, listener.changes) == ([], set())


MANY = {
    f"pages/p{n}.{ending}": text for n in range(12) for ending, text in {"wxml": "<view/>", "js": "Page({})"}.items()
}
SEVERAL = {**MANY, "app.json": json.dumps({"pages": [f"pages/p{n}" for n in range(12)]}), "app.js": "App({})"}


def advised(service: ProjectBuild) -> BuildResult:
    """The first build of a session, with advice."""
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "the build")
    service.advise()
    wait_until(lambda: listener.advised, "the advice")
    service.close()
    assert service.result is not None
    return service.result


def test_another_session_compiles_what_has_changed_meanwhile(make: Make, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    sessions = [advised(make(SEVERAL, cache_folder=folder)), advised(make(SEVERAL, cache_folder=folder))]
    assert (len(sessions[0].compiled), sessions[1].compiled) == (25, ())
    assert sessions[0].program == sessions[1].program
    changed = {**SEVERAL, "pages/p3.js": "Page({ data: { a: 1 } })"}
    assert advised(make(changed, cache_folder=folder)).compiled == ("script:pages/p3.js",)
    assert advised(make(changed, cache_folder=folder)).compiled == ()


def test_a_project_that_is_forgotten_is_compiled_anew(make: Make, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    advised(make(SEVERAL, cache_folder=folder))
    service = make(SEVERAL, cache_folder=folder)
    listener = Listener(service)
    service.request()
    wait_until(lambda: listener.results, "the build")
    service.forget()
    service.request()
    wait_until(lambda: len(listener.results) == 2, "the other build")
    assert [len(result.compiled) for result in listener.results] == [0, 25]


def test_nothing_is_kept_unless_it_is_asked_for(make: Make, tmp_path: Path) -> None:
    advised(make(SEVERAL))
    assert {path.name for path in tmp_path.iterdir()} == {"project"}
