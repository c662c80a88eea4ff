"""Findings of the unsaved texts follow the keys, and go by the last build of the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ide.shell.live_findings import LiveFindings
from runtime.compiler.build import BuildResult, build
from runtime.diagnostics import Diagnostic
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

WXML = "pages/index/index.wxml"


@pytest.fixture
def built(tmp_path: Path) -> BuildResult:
    return build(load_project(write_project(tmp_path, PAGE)))


class Live:
    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self._owner = qtbot, QObject()
        self.live = LiveFindings(self._owner)
        self.told: list[list[str]] = []
        self.live.found.connect(self._hear)

    def wait(self, count: int) -> None:
        self._qtbot.waitUntil(lambda: len(self.told) >= count, timeout=60_000)

    def _hear(self, found: Sequence[Diagnostic]) -> None:
        self.told.append([one.code for one in found])


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Live]:
    desk = Live(qtbot)
    yield desk
    desk.live.close()


def test_what_is_typed_is_checked_and_what_is_undone_is_well_again(desk: Live, built: BuildResult) -> None:
    desk.live.take(built)
    desk.live.edit(WXML, "<view>")
    desk.wait(1)
    assert desk.told == [["wxml/unclosed-tag"]]
    desk.live.forget(WXML)
    desk.wait(2)
    assert desk.told[-1] == []
    assert not desk.live.is_needed


def test_keys_that_come_meanwhile_are_one_check(desk: Live, built: BuildResult) -> None:
    desk.live.take(built)
    pool, typed = desk.live.findChild(QThreadPool), Event()
    assert isinstance(pool, QThreadPool)
    pool.start(lambda: bool(typed.wait()))
    for number in range(20):
        desk.live.edit(WXML, f"<view>{number}")
    typed.set()
    desk.wait(2)
    assert len(desk.told) == 2


def test_nothing_is_checked_before_there_is_a_build_with_advice(desk: Live, tmp_path: Path, built: BuildResult) -> None:
    without = build(load_project(tmp_path), advises=False)
    desk.live.edit(WXML, "<view>")
    desk.live.take(without)
    desk.live.take(built)
    desk.wait(1)
    assert desk.told == [["wxml/unclosed-tag"]]


def test_a_project_that_is_none_any_more_ends_nothing(desk: Live, tmp_path: Path, built: BuildResult) -> None:
    desk.live.take(built)
    (tmp_path / "app.json").unlink()
    desk.live.edit("app.json", "{")
    desk.live.edit(WXML, "<view>")
    desk.live.edit("app.json", PAGE["app.json"])
    desk.live.edit(WXML, "<view/>")
    desk.wait(1)
    desk.live.close()
