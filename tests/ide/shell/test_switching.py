"""Projects come and go in one window, and two windows show one project: nothing stays behind, nobody disturbs."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Event, Timer

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ide.hosted.program import HostedProgram
from runtime.compiler.build import BuildResult
from simulator.running.program import RunningProgram
from tests.support.ide_desk import IdeDesk, make_project
from tests.support.whole_desk import WholeDesk

pytestmark = [pytest.mark.window, pytest.mark.browser]

ROUNDS = 4


def logic_processes() -> int:
    """Logic processes that live, spare ones too."""
    return sum(is_logic_process(child) for child in psutil.Process().children(recursive=True))


def held() -> int:
    """Programs and builds in memory."""
    clear_away()
    return sum(isinstance(one, RunningProgram | BuildResult) for one in gc.get_objects())


def is_logic_process(process: psutil.Process) -> bool:
    try:
        return "simulator.worker" in " ".join(process.cmdline())
    except psutil.Error:
        return False  # It has just ended.


def clear_away() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


def widgets_of(desk: WholeDesk) -> int:
    clear_away()
    return len(desk.window.findChildren(QWidget))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WholeDesk:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    return WholeDesk(qtbot, tmp_path / "config")


def test_projects_come_and_go_and_leave_nothing(desk: WholeDesk, tmp_path: Path) -> None:
    roots = [make_project(tmp_path / name) for name in ("一 one", "two")]
    others = logic_processes()
    desk.open_and_see(roots[0])
    widgets, listeners = widgets_of(desk), len(desk.appearance.changed)
    for number in range(1, ROUNDS):
        desk.open_and_see(roots[number % 2])
        desk.wait(lambda: widgets_of(desk) <= widgets, "no more widgets than with the first project")
        assert len(desk.appearance.changed) == listeners
    desk.wait(lambda: logic_processes() <= others + 2, "one program and its spare")
    desk.window.close_project()
    desk.wait(lambda: logic_processes() <= others, "the end of all logic processes")


def test_a_closed_project_gives_its_memory_back(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSET_DATA_DIR", str(tmp_path / "data"))
    others = held()
    desk = IdeDesk(qtbot, tmp_path / "config", open_program=HostedProgram)
    desk.open(make_project(tmp_path / "project"))
    desk.wait(lambda: held() > others + 1, "a program with its build")
    desk.window.close_project()
    desk.wait(lambda: held() <= others, "no program and nothing that was compiled")


def test_what_is_checked_of_an_unsaved_text_ends_with_the_project(
    desk: WholeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended, may_end = Event(), Event(), Event()

    def check(*_words: object, **_more: object) -> None:
        begun.set()
        may_end.wait(60)
        ended.set()

    root = make_project(tmp_path / "project")
    (root / "pages/index/index.wxml").write_text("<view><view/>")
    desk.open(root)
    desk.wait(lambda: desk.window.problems.counts()["error"] == 1, "what the build says")
    monkeypatch.setattr("runtime.compiler.build.build", check)
    desk.open_file("pages/index/index.wxml", 1, 1)
    desk.type("a")
    desk.wait(begun.is_set, "the check to begin")
    Timer(0.5, may_end.set).start()
    desk.window.leave()
    assert ended.is_set()


def test_two_windows_show_the_same_project(qtbot: QtBot, desk: WholeDesk, tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    other = WholeDesk(qtbot, tmp_path / "config")
    desk.open_and_see(root)
    other.open_and_see(root)
    other.replace_in_file("pages/index/index.wxml", "hello", "changed")
    other.save()
    assert other.see_verdict("Template swapped")
    other.user.see_text("view", "changed")
    desk.user.see_text("view", "changed")
    other.window.close_project()
    desk.user.see_text("view", "changed")
