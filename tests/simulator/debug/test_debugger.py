"""The fake that panels and servers are tested with keeps to the interface."""

from __future__ import annotations

from simulator.debug.debugger import Breakpoint, BreakpointRequest, Debugger, Frame, Pause, Script
from tests.support.debugger import FakeDebugger


class Heard:
    """Notes what a listener hears."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def paused(self, pause: Pause) -> None:
        self.told.append(pause)

    def resumed(self) -> None:
        self.told.append("resumed")

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        self.told.append(breakpoint)

    def script_loaded(self, script: Script) -> None:
        self.told.append(script)


def test_a_breakpoint_binds_to_the_next_statement_and_goes_with_its_file() -> None:
    fake = FakeDebugger()
    debugger: Debugger = fake
    fake.lines["a.js"] = (2, 5)
    bound, unbound = debugger.set_breakpoints("a.js", [BreakpointRequest(3), BreakpointRequest(9)])
    assert (bound.line, bound.verified) == (5, True)
    assert not unbound.verified
    assert unbound.message
    assert debugger.set_breakpoints("a.js", []) == []
    assert debugger.breakpoints == ()


def test_when_the_last_listener_leaves_the_program_goes_on() -> None:
    fake, heard = FakeDebugger(), Heard()
    leave = fake.listen(heard)
    pause = Pause("step", (Frame(1, "f", "a.js", 1, 1),))
    fake.stop(pause)
    leave()
    assert heard.told == [pause]
    assert fake.pause_now is None
