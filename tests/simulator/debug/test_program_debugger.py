"""The host's side of the debugger, as a transcript: what it keeps, tells the logic process, and tells its listeners."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from msgspec import Raw

from runtime.protocol import debugging, logic
from simulator.debug.debugger import (
    Breakpoint,
    BreakpointRequest,
    Evaluation,
    Location,
    Pause,
    Script,
)
from simulator.debug.program_debugger import DebuggerParts, ProgramDebugger

FRAME = debugging.PausedFrame(1, "f", "a.js", 3, 1, scopes=[debugging.PausedScope("local", "", 7)])


class Desk:
    """A debugger with the rest of the program played by the test; it listens itself."""

    def __init__(self) -> None:
        self.sent: list[logic.HostToLogic] = []
        self.armed: list[list[str]] = []
        self.said: list[str] = []
        self.heard: list[object] = []
        self.answers: list[Callable[[logic.Evaluated], None]] = []
        self.inspections: list[Callable[[logic.Inspected], None]] = []
        self.is_running = True
        self.debugger = ProgramDebugger(
            DebuggerParts(
                self.sent.append, lambda: None, self, lambda: self.is_running,
                lambda paths: self.armed.append(list(paths)), self.said.append, lambda path: f"src/{path}",
                lambda file: f"text of {file}", lambda code: f"<{code}>", lambda: 5,
            )
        )  # fmt: skip

    def evaluate(self, code: str, done: Callable[[logic.Evaluated], None], *, page_id: int = 0) -> None:
        self.answers.append(done)

    def evaluate_in_frame(self, frame_id: int, code: str, done: Callable[[logic.Evaluated], None]) -> None:
        self.answers.append(done)

    def assign(self, object_id: int, name: str, code: str, done: Callable[[logic.Evaluated], None]) -> None:
        self.answers.append(done)

    def debug_members(self, object_id: int, start: int, done: Callable[[logic.Inspected], None]) -> None:
        self.inspections.append(done)

    def paused(self, pause: Pause) -> None:
        self.heard.append(("paused", pause.reason))

    def resumed(self) -> None:
        self.heard.append("resumed")

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        self.heard.append((breakpoint.line, breakpoint.verified, breakpoint.message))

    def script_loaded(self, script: Script) -> None:
        self.heard.append((script.file, script.is_debugged))

    @property
    def setups(self) -> list[debugging.DebugSetup]:
        return [message for message in self.sent if isinstance(message, debugging.DebugSetup)]

    def stop(self, *breakpoints: int) -> None:
        assert self.debugger.from_logic(debugging.DebugPaused("breakpoint", [FRAME], breakpoint_ids=list(breakpoints)))


def test_a_program_is_debugged_while_somebody_listens() -> None:
    desk = Desk()
    desk.debugger.set_breakpoints("a.js", [BreakpointRequest(3)])
    leave = desk.debugger.listen(desk)
    leave()
    assert [(setup.is_attached, len(setup.breakpoints)) for setup in desk.setups] == [(False, 1), (True, 1), (False, 1)]


def test_a_breakpoint_that_is_asked_for_again_keeps_its_number() -> None:
    desk = Desk()
    first, second = desk.debugger.set_breakpoints("a.js", [BreakpointRequest(3), BreakpointRequest(5)])
    again, other = desk.debugger.set_breakpoints("a.js", [BreakpointRequest(5), BreakpointRequest(9)])
    assert again.id == second.id
    assert other.id not in (first.id, second.id)
    assert [one.line for one in desk.debugger.breakpoints] == [5, 9]


def test_breakpoints_are_told_where_they_stand_and_lose_it_with_the_program() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    one, two = desk.debugger.set_breakpoints("a.js", [BreakpointRequest(3), BreakpointRequest(99)])
    assert (one.verified, one.message) == (False, "<not-running>")
    bound = [debugging.BoundBreakpoint(one.id, 4, 5), debugging.BoundBreakpoint(two.id, why="no-statement")]
    desk.debugger.from_logic(debugging.DebugBound(bound))
    desk.debugger.from_logic(debugging.DebugBound(bound))
    desk.debugger.ended()
    assert desk.heard == [
        (4, True, "<moved>"), (99, False, "<no-statement>"), (3, False, "<not-running>"), (99, False, "<not-running>"),
    ]  # fmt: skip


def test_scripts_without_probes_are_armed_once() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    for _ in range(2):
        desk.debugger.from_logic(debugging.DebugBound([], ["a.js"]))
    desk.debugger.from_logic(debugging.DebugLoaded(["a.js"]))
    assert desk.armed == [["a.js"]]
    assert desk.debugger.scripts == (Script(1, "src/a.js", is_debugged=True),)
    assert desk.debugger.source(1) == "text of src/a.js"
    assert desk.debugger.source(2) == ""


def test_a_start_hears_of_the_breakpoints_before_the_program_and_ends_the_pause() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    desk.debugger.add_breakpoint("a.js", BreakpointRequest(3, condition="a"))
    desk.stop(1)
    desk.sent.clear()
    desk.debugger.starts()
    assert desk.heard == [("paused", "breakpoint"), "resumed"]
    (setup,) = desk.setups
    assert setup.breakpoints == [debugging.WantedBreakpoint(1, "a.js", 3, condition="a")]


def test_a_pause_that_nobody_hears_of_ends() -> None:
    desk = Desk()
    desk.stop()
    assert desk.sent == [debugging.DebugGo()]
    assert desk.debugger.pause_now is None


def test_steps_are_for_a_paused_program() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    desk.debugger.step("over")
    desk.debugger.resume()
    desk.stop()
    desk.debugger.step("over")
    desk.debugger.from_logic(debugging.DebugResumed())
    assert [message for message in desk.sent if isinstance(message, debugging.DebugGo)] == [debugging.DebugGo("over")]


def test_running_to_a_line_is_a_step_and_leaves_no_breakpoint() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    desk.stop()
    desk.debugger.run_to("a.js", 9)
    assert [one.line for one in desk.setups[-1].breakpoints] == [9]
    desk.debugger.from_logic(debugging.DebugResumed())
    desk.stop(0)
    assert desk.debugger.pause_now is not None
    assert (desk.debugger.pause_now.reason, desk.debugger.pause_now.breakpoint_ids) == ("step", ())
    assert desk.setups[-1].breakpoints == []
    assert desk.debugger.breakpoints == []


def test_every_question_is_answered_once_even_if_the_program_ends() -> None:
    desk = Desk()
    told: list[Evaluation] = []
    members: list[object] = []
    places: list[Sequence[Location]] = []
    desk.debugger.evaluate(1, "a", told.append)
    desk.answers[0](logic.Evaluated(1, Raw(msgspec.json.encode({"t": "number", "v": 2}))))
    desk.debugger.evaluate(1, "b", told.append)
    desk.debugger.set_variable(7, "a", "1", told.append)
    desk.debugger.members(7, 0, members.append)
    desk.debugger.possible_locations("a.js", 1, 9, places.append)
    desk.debugger.ended()
    desk.answers[1](logic.Evaluated(2))
    assert [(one.value.get("v"), one.error) for one in told] == [
        (2, ""),
        (None, "<not-running>"),
        (None, "<not-running>"),
    ]
    assert members == [None]
    assert places == [()]


def test_questions_to_no_program_are_answered_at_once() -> None:
    desk = Desk()
    desk.is_running = False
    told: list[Evaluation] = []
    desk.debugger.evaluate(0, "a", told.append)
    assert told[0].error == "<not-running>"


def test_where_nothing_can_be_paused_a_pause_says_so() -> None:
    desk = Desk()
    desk.debugger.listen(desk)
    desk.debugger.from_logic(debugging.DebugLoaded([], ["a.js"]))
    desk.debugger.pause()
    assert desk.said == ["nothing-armed"]
