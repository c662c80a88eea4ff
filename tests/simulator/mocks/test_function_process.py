"""The process of the functions as the host sees it: it may be lost, and then everybody is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QObject

from runtime.api.call import ApiFailure, Request
from runtime.mocks.book import LetGo, ScriptFault
from simulator.mocks.function_process import MOST_WAITING, FunctionProcess
from tests.support.waiting import wait_until

ASKING = "async (args, { origin, wait }) => { await wait(1); return (await origin({ b: 2 })).n }"


class Host:
    """A process, and what came of each function."""

    def __init__(self, owner: QObject) -> None:
        self.asked: list[tuple[Mapping[str, Any], Callable[[bool, Any], None]]] = []
        self.came: list[Any] = []
        self.process = FunctionProcess(lambda request, args, done: self.asked.append((args, done)), owner)

    def run(self, code: str, **args: Any) -> None:
        self.process.run(code, Request("request", args), 1, self.came.append)

    def ended(self, count: int = 1) -> list[Any]:
        wait_until(lambda: len(self.came) >= count, f"{count} answers", instead=lambda: self.came)
        return self.came


@pytest.fixture
def host(qapp: QObject) -> Iterator[Host]:
    owner = QObject()
    host = Host(owner)
    yield host
    host.process.close()


def test_functions_answer_and_ask(host: Host) -> None:
    assert host.process.pid == 0
    host.run("(args) => args.a", a=1)
    host.run(ASKING)
    host.run("(a, { origin }) => origin")
    host.run("(a, { fail }) => fail('request:fail no', 4)")
    wait_until(lambda: host.asked, "the real call")
    ((args, settle),) = host.asked
    assert args == {"b": 2}
    settle(True, {"n": 5})
    first, passed, failure, real = host.ended(4)
    assert (first, passed, real) == (1, LetGo(), 5)
    assert isinstance(failure, ApiFailure)
    assert (failure.reason, failure.errno) == ("request:fail no", 4)


def test_a_process_that_dies_is_told_and_replaced(host: Host) -> None:
    host.run(ASKING)
    wait_until(lambda: host.asked, "the real call")
    psutil.Process(host.process.pid).kill()
    (fault,) = host.ended()
    assert isinstance(fault, ScriptFault)
    host.asked[0][1](True, {"n": 5})
    host.run("() => 2")
    assert host.ended(2)[1] == 2


def test_functions_that_never_answer_do_not_pile_up(host: Host) -> None:
    for _ in range(MOST_WAITING + 1):
        host.run("() => new Promise(() => {})")
    (fault,) = host.came
    assert isinstance(fault, ScriptFault)
    host.process.start_afresh()
    host.run("() => 3")
    assert host.ended(2)[1] == 3


def test_what_a_function_keeps_is_forgotten_by_the_next_run(host: Host) -> None:
    counting = "() => globalThis.n = (globalThis.n || 0) + 1"
    host.run(counting)
    host.run(counting)
    assert host.ended(2) == [1, 2]
    host.process.start_afresh()
    host.run(counting)
    assert host.ended(3)[2] == 1


def test_a_process_whose_own_limits_do_not_hold_is_ended(host: Host) -> None:
    process = FunctionProcess(lambda *_: None, host.process, hang_ms=1)
    came: list[Any] = []
    process.run("() => 1", Request("request"), 1, came.append)
    wait_until(lambda: came, "the end of patience")
    assert str(came[0]) == "the function did not end"
    assert process.pid == 0


def test_a_function_that_spoils_its_own_words_ends_in_a_fault(host: Host) -> None:
    host.run("() => { Object.prototype.toJSON = () => 5; return {} }")
    (fault,) = host.ended()
    assert isinstance(fault, ScriptFault)
