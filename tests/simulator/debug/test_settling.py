"""When breakpoints count: bound, and in scripts that can be paused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.debug.debugger import BreakpointRequest, Script
from simulator.debug.settling import Settling
from tests.support.debugger import FakeDebugger

FILE = "pages/p/p.js"


class Settled:
    """A client that waits."""

    def __init__(self) -> None:
        self.debugger = FakeDebugger()
        self.settling = Settling(self.debugger)
        self.times = 0

    def set(self, *lines: int) -> None:
        made = [self.debugger.add_breakpoint(FILE, BreakpointRequest(line)) for line in lines]
        self.settling.when_settled(made, self._done)

    def _done(self) -> None:
        self.times += 1


@pytest.fixture
def client() -> Settled:
    return Settled()


def test_without_a_script_nothing_is_awaited(client: Settled) -> None:
    client.set(1, 2)
    client.set()
    assert client.times == 2


def test_a_script_that_is_to_be_evaluated_anew_is_awaited(client: Settled) -> None:
    client.debugger.load(Script(1, FILE))
    client.set(1)
    assert client.times == 0
    client.debugger.load(Script(2, "other.js", is_debugged=True))
    client.settling.changed()
    assert client.times == 0
    client.debugger.load(Script(3, FILE, is_debugged=True))
    client.settling.changed()
    client.settling.changed()
    assert client.times == 1


def test_a_place_where_none_can_stand_is_not_awaited(client: Settled) -> None:
    client.debugger.load(Script(1, FILE))
    client.debugger.lines[FILE] = ()
    client.set(9)
    assert client.times == 1


@pytest.mark.parametrize("end", ["lost", "removed"])
def test_one_that_is_no_more_is_not_awaited(client: Settled, end: str) -> None:
    client.debugger.load(Script(1, FILE))
    client.set(1)
    (waiting,) = client.debugger.breakpoints
    if end == "lost":
        client.debugger.change(replace(waiting, verified=False))
    else:
        client.debugger.remove_breakpoint(waiting.id)
    client.settling.changed()
    assert client.times == 1
