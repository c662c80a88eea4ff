"""The desk answers every question, in order, and spends no time on what the user has typed past."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot

from ide.models.editor_messages import Answered, Asked
from ide.models.language_questions import CompletionAt, SymbolsOf
from ide.shell.language_desk import LanguageDesk
from runtime.project.load import load_project
from tests.support.ide_desk import make_project

WXML = "pages/index/index.wxml"


def answers_of(qtbot: QtBot, root: Path, asked: list[Asked]) -> dict[int, object]:
    owner = QObject()
    desk = LanguageDesk(owner)
    heard: list[Answered] = []
    # It also says when it has read a project.
    desk.answered.connect(lambda told: heard.append(told) if isinstance(told, Answered) else None)
    desk.take(load_project(make_project(root)), {})
    desk.edit(WXML, "<vi")
    pool, all_asked = desk.findChild(QThreadPool), Event()
    assert isinstance(pool, QThreadPool)
    pool.start(lambda: bool(all_asked.wait()))
    for one in asked:
        desk.ask(one)
    all_asked.set()
    qtbot.waitUntil(lambda: len(heard) == len(asked), timeout=10_000)
    desk.close()
    return {one.request_id: one.answer for one in heard}


def test_of_completions_the_newest_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    asked = [Asked(number, CompletionAt(WXML, 0, 3)) for number in range(20)]
    answers = answers_of(qtbot, tmp_path / "project", asked)
    assert list(answers) == list(range(20))
    assert [number for number, answer in answers.items() if answer is not None] == [19]


def test_what_is_asked_about_a_file_is_always_answered(qtbot: QtBot, tmp_path: Path) -> None:
    asked = [Asked(number, SymbolsOf(WXML)) for number in range(5)]
    answers = answers_of(qtbot, tmp_path / "project", asked)
    assert all(answer for answer in answers.values())


@pytest.mark.parametrize("is_done", [False, True])
def test_a_desk_that_is_closed_tells_nothing_more(qtbot: QtBot, tmp_path: Path, *, is_done: bool) -> None:
    owner = QObject()
    desk = LanguageDesk(owner)
    heard: list[Answered] = []
    desk.answered.connect(heard.append)
    desk.take(load_project(make_project(tmp_path / "project")), {})
    desk.ask(Asked(1, SymbolsOf(WXML)))
    pool = desk.findChild(QThreadPool)
    assert isinstance(pool, QThreadPool)
    if is_done:
        pool.waitForDone()
    desk.close()
    qtbot.wait(20)
    assert heard == []


def test_before_the_first_question_the_latest_build_alone_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    desk = LanguageDesk(owner)
    root = make_project(tmp_path / "project")
    earlier = load_project(root)
    is_there = weakref.ref(earlier)
    desk.take(earlier, {})
    del earlier
    gc.collect()
    assert is_there() is not None
    desk.take(load_project(root), {})
    gc.collect()
    assert is_there() is None
    desk.close()
