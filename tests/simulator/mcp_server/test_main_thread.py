"""Work of another thread is done in the main one, one piece after the other."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from simulator.mcp_server.main_thread import MainThread
from tests.support.waiting import wait_until


def _waits_in_a_loop_of_its_own(order: list[str], name: str) -> None:
    order.append(f"{name} begins")
    loop = QEventLoop()
    QTimer.singleShot(5, loop.quit)
    loop.exec()
    order.append(f"{name} ends")


def test_what_waits_in_a_loop_is_not_entered_a_second_time(qapp: QApplication) -> None:
    main, order = MainThread(), []
    asked: list[Future[Any]] = []
    for name in ("one", "two"):
        asked.append(main.submit(lambda name=name: _waits_in_a_loop_of_its_own(order, name)))
    wait_until(lambda: all(one.done() for one in asked), "the work")
    assert order == ["one begins", "one ends", "two begins", "two ends"]


def test_outcomes_and_errors_come_back_to_the_thread_that_asked(qapp: QApplication) -> None:
    main = MainThread()
    told: list[object] = []

    def ask() -> None:
        told.append(main.submit(threading.get_ident).result())
        try:
            main.submit(lambda: 1 // 0).result()
        except ZeroDivisionError as error:
            told.append(str(error))

    thread = threading.Thread(target=ask)
    thread.start()
    wait_until(lambda: len(told) == 2, "the answers")
    thread.join()
    assert told[0] == threading.main_thread().ident
    assert "zero" in str(told[1])


@pytest.mark.parametrize("count", [300])
def test_many_are_all_done(qapp: QApplication, count: int) -> None:
    main = MainThread()
    asked = [main.submit(lambda number=number: number) for number in range(count)]
    wait_until(lambda: all(one.done() for one in asked), "the work")
    assert [one.result() for one in asked] == list(range(count))
