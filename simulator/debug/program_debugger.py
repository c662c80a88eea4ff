"""The debugger of a running program: keeps what its user wants, tells the logic process, and hears what happens there.

Implements `debugger.Debugger`. How scripts come to be evaluated anew so that they can be paused is `arm`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import msgspec

from runtime.protocol import debugging, logic
from runtime.protocol.previews import preview_of
from simulator.bridge.preview import Preview
from simulator.bridge.requests import Requests
from simulator.debug.breakpoint_list import BreakpointList
from simulator.debug.debugger import (
    Breakpoint,
    BreakpointRequest,
    DebugListener,
    Evaluation,
    ExceptionPauses,
    Frame,
    Location,
    Pause,
    Scope,
    Script,
    Step,
)
from simulator.worker.source_places import is_library

_ONCE = 0
"""The number of the place to run to: the user's breakpoints count from 1."""
_NOTHING: Preview = {"t": "undefined"}


class Questions(Protocol):
    """Asks the logic process; `running.logic_questions` is one."""

    def evaluate(self, code: str, done: Callable[[logic.Evaluated], None], *, page_id: int = 0) -> None: ...
    def evaluate_in_frame(self, frame_id: int, code: str, done: Callable[[logic.Evaluated], None]) -> None: ...
    def assign(self, object_id: int, name: str, code: str, done: Callable[[logic.Evaluated], None]) -> None: ...
    def debug_members(self, object_id: int, start: int, done: Callable[[logic.Inspected], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class DebuggerParts:
    """`send` takes messages to where the program runs, `leave` hears that a run has ended; `is_running` says whether
    there is a program; `arm` brings probes into scripts that run without; `say` puts a sentence on the console; `outer`
    is a script's path in the project folder, `text_of` a file's text; `words` the text of a code; `page_id` the visible
    page's."""

    send: Callable[[logic.HostToLogic], None]
    leave: Callable[[], None]
    questions: Questions
    is_running: Callable[[], bool]
    arm: Callable[[Sequence[str]], None]
    say: Callable[[str], None]
    outer: Callable[[str], str]
    text_of: Callable[[str], str]
    words: Callable[[str], str]
    page_id: Callable[[], int]


class ProgramDebugger:
    """For one program, over all its starts."""

    def __init__(self, parts: DebuggerParts) -> None:
        self._parts = parts
        self.pause_now: Pause | None = None
        self._listeners: list[DebugListener] = []
        self._list = BreakpointList(parts.words)
        self._setup = debugging.DebugSetup(is_attached=False)
        self._are_active = True
        self._target: debugging.WantedBreakpoint | None = None
        self._scripts: dict[str, Script] = {}
        self._arming: set[str] = set()
        self._located: Requests[debugging.DebugLocated] = Requests()
        self._unanswered: dict[int, Callable[[], None]] = {}
        self._last_question = 0

    # ------------------------------------------------------------ what there is

    @property
    def breakpoints(self) -> Sequence[Breakpoint]:
        """All of them."""
        return self._list.all

    @property
    def are_breakpoints_active(self) -> bool:
        """Whether they count."""
        return self._are_active

    @property
    def exception_pauses(self) -> ExceptionPauses:
        """As they were set last."""
        return ExceptionPauses(self._setup.caught, self._setup.uncaught)

    @property
    def scripts(self) -> Sequence[Script]:
        """Those evaluated in this run."""
        return tuple(self._scripts.values())

    def listen(self, listener: DebugListener) -> Callable[[], None]:
        """With the first listener the program is debugged, with the last it is so no more."""
        self._listeners.append(listener)
        self._change()

        def leave() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)
                self._change()

        return leave

    def source(self, script_id: int) -> str:
        """The text of its file."""
        script = next((one for one in self._scripts.values() if one.script_id == script_id), None)
        return self._parts.text_of(script.file) if script is not None else ""

    # ------------------------------------------------------------ what is wanted

    def set_breakpoints(self, file: str, requests: Sequence[BreakpointRequest]) -> list[Breakpoint]:
        """Replaces those of a file."""
        made = self._list.replace_file(file, requests)
        self._change()
        return made

    def add_breakpoint(self, file: str, request: BreakpointRequest) -> Breakpoint:
        """One more."""
        made = self._list.add(file, request)
        self._change()
        return made

    def remove_breakpoint(self, breakpoint_id: int) -> None:
        """One less."""
        if self._list.remove(breakpoint_id):
            self._change()

    def activate_breakpoints(self, *, are_active: bool) -> None:
        """All of them."""
        self._are_active = are_active
        self._change()

    def set_exception_pauses(self, *, caught: bool, uncaught: bool) -> None:
        """In the user's scripts, from their next evaluation on."""
        self._change(caught=caught, uncaught=uncaught)

    def set_api_breakpoints(self, names: Sequence[str]) -> None:
        """By name, with or without `wx.`."""
        self._change(apis=list(names))

    def set_data_breakpoints(self, paths: Sequence[str]) -> None:
        """Of any page and component."""
        self._change(data=list(paths))

    def set_event_breakpoints(self, names: Sequence[str]) -> None:
        """In the user's scripts."""
        self._change(events=list(names))

    def _change(self, **changes: object) -> None:
        wanted = list(self._list.wanted()) if self._are_active else []
        if self._target is not None:
            wanted.append(self._target)
        setup = msgspec.structs.replace(self._setup, is_attached=bool(self._listeners), breakpoints=wanted, **changes)
        if setup == self._setup:
            return
        self._setup = setup
        if self._parts.is_running():
            self._parts.send(setup)

    # ------------------------------------------------------------ the way on

    def pause(self) -> None:
        """Scripts without probes cannot be paused."""
        if self.pause_now is not None or not self._parts.is_running():
            return
        if not any(script.is_debugged for script in self._scripts.values()):
            self._parts.say("nothing-armed")
        self._parts.send(debugging.DebugPause())

    def resume(self) -> None:
        """Until the next breakpoint."""
        if self.pause_now is not None:
            self._parts.send(debugging.DebugGo())

    def step(self, kind: Step) -> None:
        """One."""
        if self.pause_now is not None:
            self._parts.send(debugging.DebugGo(kind))

    def run_to(self, file: str, line: int) -> None:
        """A breakpoint that goes with the next pause."""
        self._target = debugging.WantedBreakpoint(_ONCE, file, line, once=True)
        self._change()
        self.resume()

    def stop_evaluating(self) -> None:
        """What the user has typed."""
        self._parts.send(debugging.DebugStop())

    # ------------------------------------------------------------ questions

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        """Of a scope or an object."""
        answered = self._asked(lambda: done(None))

        def told(answer: logic.Inspected) -> None:
            if answered():
                done(preview_of(answer.value))

        self._parts.questions.debug_members(object_id, start, told)

    def evaluate(self, frame_id: int, code: str, done: Callable[[Evaluation], None]) -> None:
        """In a frame, or in the visible page."""
        answered = self._asked(lambda: done(self._gone()))

        def told(answer: logic.Evaluated) -> None:
            if answered():
                done(_evaluation(answer))

        if frame_id:
            self._parts.questions.evaluate_in_frame(frame_id, code, told)
        else:
            self._parts.questions.evaluate(code, told, page_id=self._parts.page_id())

    def set_variable(self, object_id: int, name: str, code: str, done: Callable[[Evaluation], None]) -> None:
        """Of a scope or an object."""
        answered = self._asked(lambda: done(self._gone()))

        def told(answer: logic.Evaluated) -> None:
            if answered():
                done(_evaluation(answer))

        self._parts.questions.assign(object_id, name, code, told)

    def possible_locations(self, file: str, first: int, last: int, done: Callable[[Sequence[Location]], None]) -> None:
        """None while no program runs."""
        answered = self._asked(lambda: done(()))

        def told(answer: debugging.DebugLocated) -> None:
            if answered():
                done([Location(file, line, column) for line, column in answer.places])

        self._parts.send(debugging.DebugLocations(self._located.add(told), file, first, last))

    def _asked(self, fail: Callable[[], None]) -> Callable[[], bool]:
        """A question is on its way: what to do if no answer comes. The result says whether the answer is the first."""
        self._last_question += 1
        number = self._last_question
        self._unanswered[number] = fail
        if not self._parts.is_running():
            self._unanswered.pop(number)()
        return lambda: self._unanswered.pop(number, None) is not None

    def _gone(self) -> Evaluation:
        return Evaluation(_NOTHING, self._parts.words("not-running"))

    # ------------------------------------------------------------ what happens

    def starts(self) -> None:
        """A fresh logic process is there; what it is told now it hears before the program."""
        self.ended()
        if self._setup.is_attached:
            self._parts.send(self._setup)

    def ended(self) -> None:
        """The former logic process has gone."""
        self._parts.leave()
        unanswered, self._unanswered = self._unanswered, {}
        for fail in unanswered.values():
            fail()
        self._located.forget()
        self._scripts.clear()
        self._arming.clear()
        self._goes_on()
        for changed in self._list.unbind():
            self._tell_breakpoint(changed)

    def from_logic(self, message: logic.LogicToHost) -> bool:
        """Whether a message was for the debugger."""
        match message:
            case debugging.DebugPaused():
                self._paused(message)
            case debugging.DebugResumed():
                self._goes_on()
            case debugging.DebugBound():
                self._bound(message)
            case debugging.DebugLoaded():
                self._loaded(message)
            case debugging.DebugLocated():
                self._located.answered(message.request_id, message)
            case _:
                return False
        return True

    def _paused(self, message: debugging.DebugPaused) -> None:
        if not self._listeners:
            self._parts.send(debugging.DebugGo())
            return
        self.pause_now = _pause(message)
        if self._target is not None:
            self._target = None
            self._change()
        for listener in tuple(self._listeners):
            listener.paused(self.pause_now)

    def _goes_on(self) -> None:
        if self.pause_now is None:
            return
        self.pause_now = None
        for listener in tuple(self._listeners):
            listener.resumed()

    def _bound(self, message: debugging.DebugBound) -> None:
        for bound in message.breakpoints:
            changed = self._list.bind(bound)
            if changed is not None:
                self._tell_breakpoint(changed)
        unarmed = [path for path in message.unarmed if path not in self._arming]
        if unarmed:
            self._arming.update(unarmed)
            self._parts.arm(unarmed)

    def _loaded(self, message: debugging.DebugLoaded) -> None:
        for path in message.plain:
            self._take_script(path, is_debugged=False)
        for path in message.debugged:
            self._arming.discard(path)
            self._take_script(path, is_debugged=True)

    def _take_script(self, path: str, *, is_debugged: bool) -> None:
        known = self._scripts.get(path)
        number = known.script_id if known is not None else len(self._scripts) + 1
        file = self._parts.outer(path)
        script = Script(number, file, is_library=is_library(path), is_debugged=is_debugged)
        self._scripts[path] = script
        for listener in tuple(self._listeners):
            listener.script_loaded(script)

    def _tell_breakpoint(self, changed: Breakpoint) -> None:
        for listener in tuple(self._listeners):
            listener.breakpoint_changed(changed)


def _pause(message: debugging.DebugPaused) -> Pause:
    is_target = message.breakpoint_ids == [_ONCE]
    return Pause(
        "step" if is_target else message.reason,
        tuple(_frame(frame) for frame in message.frames),
        message.description,
        tuple(number for number in message.breakpoint_ids if number != _ONCE),
        preview_of(message.exception),
        message.is_uncaught,
    )


def _frame(frame: debugging.PausedFrame) -> Frame:
    return Frame(
        frame.frame_id, frame.function, frame.file, frame.line, frame.column,
        tuple(Scope(scope.kind, scope.name, scope.object_id) for scope in frame.scopes),
        preview_of(frame.this) or _NOTHING, frame.waits, frame.library or not frame.scopes,
    )  # fmt: skip


def _evaluation(answer: logic.Evaluated) -> Evaluation:
    if answer.error:
        return Evaluation(_NOTHING, answer.error, tuple(answer.stack))
    return Evaluation(preview_of(answer.value) or _NOTHING)
