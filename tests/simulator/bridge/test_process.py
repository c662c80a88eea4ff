"""Who is told of a logic process, and until when: what was told may be an object that goes away."""

from __future__ import annotations

import threading

from simulator.bridge.process import LogicProcess

DEADLINE_S = 30
A_MOMENT_S = 0.2


def test_when_kill_returns_nobody_is_being_told_and_nobody_will_be() -> None:
    told, is_told, may_go_on = list[bytes](), threading.Event(), threading.Event()

    def hear(_process: LogicProcess, data: bytes) -> None:
        is_told.set()
        assert may_go_on.wait(DEADLINE_S)
        told.append(data)

    process = LogicProcess(memory_limit_mb=128)
    process.attach(hear, lambda _process, reason: told.append(reason.encode()))
    process.start()
    assert is_told.wait(DEADLINE_S)
    killer = threading.Thread(target=process.kill)
    killer.start()
    killer.join(A_MOMENT_S)
    assert killer.is_alive()
    may_go_on.set()
    killer.join(DEADLINE_S)
    assert not killer.is_alive()
    count = len(told)
    for thread in threading.enumerate():
        if thread.name.startswith("logic-"):
            thread.join(DEADLINE_S)
    assert len(told) == count == 1


def test_whoever_is_told_may_kill() -> None:
    told, is_over = list[bytes](), threading.Event()

    def hear(process: LogicProcess, data: bytes) -> None:
        told.append(data)
        process.kill()
        is_over.set()

    process = LogicProcess(memory_limit_mb=128)
    process.attach(hear, lambda _process, reason: told.append(reason.encode()))
    process.start()
    assert is_over.wait(DEADLINE_S)
    assert len(told) == 1
