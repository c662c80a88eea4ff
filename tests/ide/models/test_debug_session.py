"""Breakpoints as a user keeps them, and the frame that is looked at."""

from __future__ import annotations

import pytest

from ide.models.debug_session import DebugSession, KeptDebugging, UserBreakpoint
from simulator.debug.debugger import Breakpoint, BreakpointRequest, Frame, Location, Pause
from tests.support.debugger import FakeDebugger

FILE = "pages/a.js"
PAUSE = Pause(
    "breakpoint",
    (Frame(1, "each", "npm/list.js", 3, 1, is_library=True), Frame(2, "tap", FILE, 7, 5), Frame(3, "run", FILE, 9, 1)),
)


@pytest.fixture
def debugger() -> FakeDebugger:
    return FakeDebugger()


@pytest.fixture
def session(debugger: FakeDebugger) -> DebugSession:
    return DebugSession(debugger, KeptDebugging())


def requests(debugger: FakeDebugger) -> list[BreakpointRequest]:
    """What the debugger was asked for last."""
    (_, _, asked) = next(one for one in reversed(debugger.asked) if one[0] == "set_breakpoints")
    assert isinstance(asked, tuple)
    return list(asked)


def test_a_breakpoint_is_set_and_taken_away(session: DebugSession, debugger: FakeDebugger) -> None:
    session.toggle(FILE, 4)
    assert requests(debugger) == [BreakpointRequest(4)]
    session.toggle(FILE, 4)
    assert requests(debugger) == []
    assert session.breakpoints == []


def test_it_stands_where_it_is_bound_and_is_found_in_both_lines(session: DebugSession, debugger: FakeDebugger) -> None:
    debugger.lines[FILE] = [6]
    session.toggle(FILE, 4)
    (shown,) = session.breakpoints
    assert (shown.line, shown.user.line) == (6, 4)
    assert session.at(FILE, 6) == session.at(FILE, 4) == shown.user
    session.toggle(FILE, 6)
    assert session.breakpoints == []


def test_what_is_bound_later_moves_its_mark(session: DebugSession, debugger: FakeDebugger) -> None:
    debugger.lines[FILE] = []
    session.toggle(FILE, 4)
    heard: list[None] = []
    session.changed.connect(heard.append)
    assert not session.breakpoints[0].bound or not session.breakpoints[0].bound.verified
    debugger.change(Breakpoint(1, FILE, 5, verified=True))
    assert (session.breakpoints[0].line, len(heard)) == (5, 1)


def test_switched_off_it_is_kept_and_not_asked_for(session: DebugSession, debugger: FakeDebugger) -> None:
    one = UserBreakpoint(FILE, 4, condition="n > 1")
    session.put(one)
    session.switch(one, is_on=False)
    assert requests(debugger) == []
    (shown,) = session.breakpoints
    assert (shown.user.is_on, shown.bound, shown.user.condition) == (False, None, "n > 1")


def test_another_condition_takes_its_place(session: DebugSession, debugger: FakeDebugger) -> None:
    session.toggle(FILE, 4)
    session.put(UserBreakpoint(FILE, 4, condition="x", hit_condition="5", log_message="{x}"))
    assert requests(debugger) == [BreakpointRequest(4, condition="x", hit_condition="5", log_message="{x}")]


def test_breakpoints_move_with_the_text(session: DebugSession, debugger: FakeDebugger) -> None:
    for line in (4, 5, 9):
        session.toggle(FILE, line)
    session.toggle("other.js", 5)
    session.lines_moved(FILE, {4: 5, 5: 6, 9: 0})
    assert [(one.user.file, one.line) for one in session.breakpoints] == [("other.js", 5), (FILE, 5), (FILE, 6)]
    assert requests(debugger) == [BreakpointRequest(5), BreakpointRequest(6)]


def test_they_go_with_a_renamed_folder(session: DebugSession) -> None:
    session.toggle(FILE, 4)
    session.toggle("pages2/a.js", 1)
    session.file_renamed("pages", "views")
    assert [one.user.file for one in session.breakpoints] == ["pages2/a.js", "views/a.js"]


def test_what_was_kept_is_set_at_the_next_start(debugger: FakeDebugger) -> None:
    first = DebugSession(FakeDebugger(), KeptDebugging())
    first.toggle(FILE, 4)
    first.watch(["a", "b", "a"])
    first.pause_on_exceptions("uncaught")
    first.pause_on_apis(["request"])
    first.pause_on_data(["user.name"])
    second = DebugSession(debugger, first.kept)
    assert [one.line for one in second.breakpoints] == [4]
    assert second.kept.watches == ("a", "b")
    assert ("set_exception_pauses", False, True) in debugger.asked
    assert ("set_api_breakpoints", ("request",)) in debugger.asked
    assert ("set_data_breakpoints", ("user.name",)) in debugger.asked


def test_the_first_frame_of_the_users_own_is_looked_at(session: DebugSession, debugger: FakeDebugger) -> None:
    places: list[Location] = []
    session.place_asked.connect(places.append)
    debugger.stop(PAUSE)
    assert session.frame == PAUSE.frames[1]
    session.choose_frame(2)
    assert places == [Location(FILE, 7, 5), Location(FILE, 9, 1)]
    debugger.go_on()
    assert session.frame is None


def test_expressions_count_in_the_frame_that_is_looked_at(session: DebugSession, debugger: FakeDebugger) -> None:
    session.evaluate("x", lambda _found: None)
    debugger.stop(PAUSE)
    session.choose_frame(2)
    session.evaluate("x", lambda _found: None)
    assert [one for one in debugger.asked if one[0] == "evaluate"] == [("evaluate", 0, "x"), ("evaluate", 3, "x")]


def test_one_key_goes_on_and_pauses_and_steps_need_a_pause(session: DebugSession, debugger: FakeDebugger) -> None:
    session.go()
    session.step("over")
    debugger.stop(PAUSE)
    session.step("into")
    debugger.stop(PAUSE)
    session.go()
    assert [one for one in debugger.asked if one[0] in ("pause", "step", "resume")] == [
        ("pause",), ("step", "into"), ("resume",),
    ]  # fmt: skip


def test_a_closed_project_lets_the_program_go_on(session: DebugSession, debugger: FakeDebugger) -> None:
    debugger.stop(PAUSE)
    session.close()
    assert debugger.pause_now is None


def test_steps_and_exceptions_pass_a_file_by_that_is_skipped(session: DebugSession, debugger: FakeDebugger) -> None:
    session.skip(FILE, is_on=True)
    inside = (Frame(1, "inner", FILE, 7, 5), Frame(2, "own", "pages/b.js", 9, 1))
    debugger.stop(Pause("step", inside))
    assert debugger.asked[-1] == ("step", "out")
    debugger.stop(Pause("exception", inside))
    assert debugger.asked[-1] == ("resume",)
    assert session.pause is None
    debugger.stop(Pause("breakpoint", inside))
    assert session.pause is not None
    assert (session.frame and session.frame.file) == "pages/b.js"
    session.file_renamed("pages", "screens")
    assert session.kept.skipped == ("screens/a.js",)
    session.skip("screens/a.js", is_on=False)
    assert session.kept.skipped == ()
