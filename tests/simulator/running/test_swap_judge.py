"""Judgements come from another thread, in order, and not after the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from runtime.compiler.swaps import ScriptObstacle
from runtime.project.load import load_project
from runtime.project.model import Project
from simulator.running.swap_judge import SwapJudge
from tests.support.project_folder import PAGE, write_project
from tests.support.waiting import wait_until

FILES = {
    **PAGE,
    "a.js": "exports.n = 1",
    "b.js": "let n = 0\nexports.up = () => n++",
    "c.js": "const a = require('./a')\nexports.up = () => a.n++",
    "d.js": "make()",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return load_project(write_project(tmp_path, FILES))


@pytest.fixture
def judge(qapp: QApplication) -> Iterator[SwapJudge]:
    parent = QObject()
    judge = SwapJudge(parent)
    yield judge
    judge.close()


def test_answers_come_in_the_order_of_the_questions(judge: SwapJudge, project: Project) -> None:
    told: list[ScriptObstacle | None] = []
    for scripts in (["a.js"], ["b.js"], ["c.js"], ["c.js", "a.js"], ["d.js", "b.js"], ["gone.js"]):
        judge.ask(project, scripts, told.append)
    wait_until(lambda: len(told) == 6, "the judgements")
    assert told == [
        None,
        ("b.js", "keeps-state", "n", 0),
        None,
        ("a.js", "changed-elsewhere", "c.js", 0),
        ("d.js", "runs-code", "make()", 1),
        None,
    ]


def test_nothing_is_told_after_the_end(qapp: QApplication, project: Project) -> None:
    told: list[ScriptObstacle | None] = []
    judge = SwapJudge(QObject(qapp))
    judge.ask(project, ["a.js"], told.append)
    judge.close()
    qapp.processEvents()
    assert told == []
