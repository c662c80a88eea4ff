"""Requests about where the program stands and how it goes on: threads, stacks, steps, exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.debug.dap.desk import Desk
from simulator.debug.dap.requests import Arguments, DapError, Reply, Request
from simulator.debug.debugger import Frame, Pause, Step

THREAD = 1
REASONS = {
    "breakpoint": "breakpoint", "step": "step", "pause": "pause", "exception": "exception",
    "debugger-statement": "debugger statement", "api": "function breakpoint", "data": "data breakpoint",
    "event": "function breakpoint",
}  # fmt: skip


class StackTrace(Arguments, frozen=True):
    """Of stackTrace."""

    start_frame: int = 0
    levels: int = 0


class ExecutionRequests:
    """Of one client. A mini program's logic has one thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._is_asked = False

    def requests(self) -> Mapping[str, Request[Any]]:
        """By command."""
        threads = [{"id": THREAD, "name": "Logic"}]
        return {
            "threads": Request(Arguments, lambda _none, reply: reply.done(threads=threads)),
            "stackTrace": Request(StackTrace, self._stack_trace),
            "exceptionInfo": Request(Arguments, self._exception_info),
            "pause": Request(Arguments, self._pause),
            "continue": Request(Arguments, self._continue),
            "next": self._step("over"),
            "stepIn": self._step("into"),
            "stepOut": self._step("out"),
        }

    def paused(self, pause: Pause) -> None:
        """Tells the client."""
        self._desk.references.clear()
        text = {"text": pause.description} if pause.description else {}
        hit = {"hitBreakpointIds": list(pause.breakpoint_ids)} if pause.breakpoint_ids else {}
        self._desk.event(
            "stopped", reason=REASONS[pause.reason], threadId=THREAD, allThreadsStopped=True, **text, **hit
        )

    def resumed(self) -> None:
        """Tells the client, if it does not know: what it has asked for it takes for done."""
        self._desk.references.clear()
        is_asked, self._is_asked = self._is_asked, False
        if not is_asked:
            self._desk.event("continued", threadId=THREAD, allThreadsContinued=True)

    def _stack_trace(self, asked: StackTrace, reply: Reply) -> None:
        frames = self._pause_now().frames
        last = asked.start_frame + asked.levels if asked.levels > 0 else len(frames)
        shown = [self._shown(frame) for frame in frames[max(0, asked.start_frame) : last]]
        reply.done(stackFrames=shown, totalFrames=len(frames))

    def _shown(self, frame: Frame) -> dict[str, Any]:
        desk = self._desk
        name = frame.function or "(anonymous)"
        shown: dict[str, Any] = {
            "id": frame.frame_id,
            "name": f"await in {name}" if frame.is_async else name,
            "line": desk.facts.line(frame.line) if frame.line else 0,
            "column": desk.facts.column(frame.column),
        }
        if frame.file:
            shown["source"] = desk.facts.source(frame.file, desk.paths, is_library=frame.is_library)
        if frame.is_library:
            shown["presentationHint"] = "subtle"
        return shown

    def _exception_info(self, _none: Arguments, reply: Reply) -> None:
        pause = self._pause_now()
        if pause.reason != "exception":
            raise DapError("The program does not stand at an exception")
        name = pause.description.partition(":")[0]
        reply.done(
            exceptionId=name if name.isidentifier() else "Error",
            description=pause.description,
            breakMode="unhandled" if pause.is_uncaught else "always",
        )

    def _pause(self, _none: Arguments, reply: Reply) -> None:
        self._desk.debugger.pause()
        reply.done()

    def _continue(self, _none: Arguments, reply: Reply) -> None:
        self._pause_now()
        self._is_asked = True
        reply.done(allThreadsContinued=True)
        self._desk.debugger.resume()

    def _step(self, kind: Step) -> Request[Arguments]:
        def step(_none: Arguments, reply: Reply) -> None:
            self._pause_now()
            self._is_asked = True
            reply.done()
            self._desk.debugger.step(kind)

        return Request(Arguments, step)

    def _pause_now(self) -> Pause:
        pause = self._desk.debugger.pause_now
        if pause is None:
            raise DapError("The program is running")
        return pause
