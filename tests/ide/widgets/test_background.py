"""Work beside the window: the newest answer counts, and what hangs holds nothing up."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from ide.widgets.background import MOST_THREADS, Background
from tests.support.qt_ends import delete_now
from tests.support.waiting import wait_until


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    parent = QObject()
    yield Background(parent)
    delete_now(parent)


def test_the_answer_comes_in_the_windows_thread(background: Background) -> None:
    threads: list[int] = []
    background.run(threading.get_ident, lambda worked: threads.extend((worked, threading.get_ident())))
    wait_until(lambda: threads, "the answer")
    assert threads[0] != threads[1] == threading.get_ident()


def test_only_the_newest_answer_counts(background: Background) -> None:
    gate, answers = threading.Event(), list[str]()
    background.run(lambda: gate.wait(30) and "old", answers.append)
    background.run(lambda: "new", answers.append)
    wait_until(lambda: answers, "the newest")
    gate.set()
    background.run(lambda: "last", answers.append)
    wait_until(lambda: len(answers) > 1, "the last")
    assert answers == ["new", "last"]


def test_work_that_hangs_takes_no_more_threads_than_there_are_and_holds_up_no_end(qapp: object) -> None:
    gate, begun, parent = threading.Event(), list[int](), QObject()
    background = Background(parent)

    def hang(number: int) -> None:
        begun.append(number)
        gate.wait(30)

    for number in range(5):
        background.run(lambda number=number: hang(number), lambda _nothing: None)  # type: ignore[misc]
    wait_until(lambda: len(begun) == MOST_THREADS, "as many as may run")
    delete_now(parent)
    gate.set()
    assert len(begun) == MOST_THREADS
