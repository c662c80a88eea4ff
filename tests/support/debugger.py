"""A debugger that debugs nothing: it keeps breakpoints, answers what a test has laid down, notes what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulator.bridge.preview import Preview
from simulator.debug.debugger import (
    Breakpoint,
    BreakpointRequest,
    DebugListener,
    Evaluation,
    ExceptionPauses,
    Location,
    Pause,
    Script,
    Step,
)

NOT_LAID_DOWN = Evaluation({"t": "undefined"}, "ReferenceError: not laid down")


class FakeDebugger:
    """`lines` says which lines of a file hold statements (a breakpoint binds to the next); without, every line does.

    `asked` notes calls as tuples. `member_lists`, `evaluations` and `sources` are the answers.
    """

    def __init__(self) -> None:
        self.pause_now: Pause | None = None
        self.breakpoints: Sequence[Breakpoint] = ()
        self.scripts: Sequence[Script] = ()
        self.are_breakpoints_active = True
        self.exception_pauses = ExceptionPauses()
        self.lines: dict[str, Sequence[int]] = {}
        self.asked: list[tuple[object, ...]] = []
        self.member_lists: dict[tuple[int, int], Preview] = {}
        self.evaluations: dict[tuple[int, str], Evaluation] = {}
        self.sources: dict[int, str] = {}
        self.listeners: list[DebugListener] = []
        self._next_id = 1

    # ------------------------------------------------------------ the test's part

    def stop(self, pause: Pause) -> None:
        """The program pauses."""
        self.pause_now = pause
        for listener in tuple(self.listeners):
            listener.paused(pause)

    def go_on(self) -> None:
        """The program runs."""
        self.pause_now = None
        for listener in tuple(self.listeners):
            listener.resumed()

    def load(self, script: Script) -> None:
        """A file has been evaluated."""
        self.scripts = (*self.scripts, script)
        for listener in tuple(self.listeners):
            listener.script_loaded(script)

    def change(self, changed: Breakpoint) -> None:
        """A breakpoint is bound, or has lost its place."""
        self.breakpoints = tuple(changed if one.id == changed.id else one for one in self.breakpoints)
        for listener in tuple(self.listeners):
            listener.breakpoint_changed(changed)

    # ------------------------------------------------------------ Debugger

    def listen(self, listener: DebugListener) -> Callable[[], None]:
        self.listeners.append(listener)

        def leave() -> None:
            if listener in self.listeners:
                self.listeners.remove(listener)
                if not self.listeners and self.pause_now is not None:
                    self.go_on()

        return leave

    def set_breakpoints(self, file: str, requests: Sequence[BreakpointRequest]) -> list[Breakpoint]:
        self.asked.append(("set_breakpoints", file, tuple(requests)))
        self.breakpoints = tuple(one for one in self.breakpoints if one.file != file)
        return [self._bound(file, request) for request in requests]

    def add_breakpoint(self, file: str, request: BreakpointRequest) -> Breakpoint:
        self.asked.append(("add_breakpoint", file, request))
        return self._bound(file, request)

    def remove_breakpoint(self, breakpoint_id: int) -> None:
        self.asked.append(("remove_breakpoint", breakpoint_id))
        self.breakpoints = tuple(one for one in self.breakpoints if one.id != breakpoint_id)

    def activate_breakpoints(self, *, are_active: bool) -> None:
        self.asked.append(("activate_breakpoints", are_active))
        self.are_breakpoints_active = are_active

    def set_exception_pauses(self, *, caught: bool, uncaught: bool) -> None:
        self.asked.append(("set_exception_pauses", caught, uncaught))
        self.exception_pauses = ExceptionPauses(caught, uncaught)

    def set_api_breakpoints(self, names: Sequence[str]) -> None:
        self.asked.append(("set_api_breakpoints", tuple(names)))

    def set_data_breakpoints(self, paths: Sequence[str]) -> None:
        self.asked.append(("set_data_breakpoints", tuple(paths)))

    def set_event_breakpoints(self, names: Sequence[str]) -> None:
        self.asked.append(("set_event_breakpoints", tuple(names)))

    def pause(self) -> None:
        self.asked.append(("pause",))

    def resume(self) -> None:
        self.asked.append(("resume",))
        self.go_on()

    def step(self, kind: Step) -> None:
        self.asked.append(("step", kind))
        self.go_on()

    def run_to(self, file: str, line: int) -> None:
        self.asked.append(("run_to", file, line))
        self.go_on()

    def stop_evaluating(self) -> None:
        self.asked.append(("stop_evaluating",))

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        self.asked.append(("members", object_id, start))
        done(self.member_lists.get((object_id, start)))

    def evaluate(self, frame_id: int, code: str, done: Callable[[Evaluation], None]) -> None:
        self.asked.append(("evaluate", frame_id, code))
        done(self.evaluations.get((frame_id, code), NOT_LAID_DOWN))

    def set_variable(self, object_id: int, name: str, code: str, done: Callable[[Evaluation], None]) -> None:
        self.asked.append(("set_variable", object_id, name, code))
        done(self.evaluations.get((0, code), NOT_LAID_DOWN))

    def possible_locations(self, file: str, first: int, last: int, done: Callable[[Sequence[Location]], None]) -> None:
        self.asked.append(("possible_locations", file, first, last))
        lines = self.lines.get(file, range(first, last + 1))
        done([Location(file, line, 1) for line in lines if first <= line <= last])

    def source(self, script_id: int) -> str:
        return self.sources.get(script_id, "")

    def _bound(self, file: str, request: BreakpointRequest) -> Breakpoint:
        lines = self.lines.get(file, (request.line,))
        line = next((line for line in lines if line >= request.line), 0)
        made = Breakpoint(
            self._next_id, file, request.line, request.column,
            condition=request.condition, hit_condition=request.hit_condition, log_message=request.log_message,
        )  # fmt: skip
        self._next_id += 1
        made = replace(made, line=line, verified=True) if line else replace(made, message="no statement follows")
        self.breakpoints = (*self.breakpoints, made)
        return made
