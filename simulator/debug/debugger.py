"""What may be asked of the debugger of one running program, and the values it answers with.

The Debug panel and the servers of debug protocols stand on this alone. Files are paths in the project folder, as the
user wrote them: TypeScript, or the source that a bundle was made of. Lines and columns count from 1; column 0 is "any".
Everything happens on the owner's thread; `done` is called once, at once or later. Ids of frames and objects count until
the program goes on. No program needs to run: breakpoints are kept, and count from the next start on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import Preview

PauseReason = Literal["breakpoint", "step", "pause", "exception", "debugger-statement", "api", "data", "event"]
ScopeKind = Literal["local", "block", "catch", "closure", "module", "global"]
Step = Literal["over", "into", "out"]


@dataclass(frozen=True, slots=True)
class BreakpointRequest:
    """A breakpoint as the user sets it.

    `condition`: source text, pauses only if it is true. `hit_condition`: a number (`5`: from the fifth time on) or a
    comparison (`== 5`, `>= 5`, `% 5`). `log_message`: text with `{source text}` in it, written to the console instead
    of a pause.
    """

    line: int
    column: int = 0
    condition: str = ""
    hit_condition: str = ""
    log_message: str = ""


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A breakpoint as it is.

    `line` and `column` are where it is bound, or where it was asked for while it is not `verified`; `message` then
    says why not (in words for the user; a file that is not loaded yet counts as a reason).
    """

    id: int
    file: str
    line: int
    column: int = 0
    verified: bool = False
    message: str = ""
    condition: str = ""
    hit_condition: str = ""
    log_message: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place where a breakpoint can stand."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope of a frame, asked for its variables as an object (`members`, `set_variable`)."""

    kind: ScopeKind
    name: str
    object_id: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A call, innermost scope first.

    `is_async`: it waits for the call above it, and is not on the engine's stack. `is_library`: the code of a package
    or of a bundler, or of a file that is not debugged: no scopes.
    """

    frame_id: int
    function: str
    file: str
    line: int
    column: int
    scopes: tuple[Scope, ...] = ()
    this: Preview = field(default_factory=dict)
    is_async: bool = False
    is_library: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Where the program stands.

    `description`: the exception's text, the name of the API or event, the data path. `breakpoint_ids`: those hit.
    `exception`: the value thrown; `is_uncaught` if nobody seems to catch it.
    """

    reason: PauseReason
    frames: tuple[Frame, ...]
    description: str = ""
    breakpoint_ids: tuple[int, ...] = ()
    exception: Preview | None = None
    is_uncaught: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A file of the program that has been evaluated. `is_debugged`: it can hold breakpoints now."""

    script_id: int
    file: str
    is_library: bool = False
    is_debugged: bool = False


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of evaluated source text: a preview of its value, or the error."""

    value: Preview
    error: str = ""
    stack: tuple[StackFrame, ...] = ()


@dataclass(frozen=True, slots=True)
class ExceptionPauses:
    """Whether the program pauses where somebody catches what is thrown, and where nobody does."""

    caught: bool = False
    uncaught: bool = False


class DebugListener(Protocol):
    """Who hears what happens."""

    def paused(self, pause: Pause) -> None:
        """The program stands still until `resume` or a step."""

    def resumed(self) -> None:
        """It goes on, has ended, or starts anew."""

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        """It was bound, has lost its place, or has been taken away with its file."""

    def script_loaded(self, script: Script) -> None:
        """A file has been evaluated, for the first time or anew."""


class Debugger(Protocol):
    """The debugger of one program; several may listen and ask."""

    @property
    def pause_now(self) -> Pause | None:
        """Where the program stands, None while it runs."""

    @property
    def breakpoints(self) -> Sequence[Breakpoint]:
        """All of them, by file and line."""

    @property
    def are_breakpoints_active(self) -> bool:
        """Whether they count."""

    @property
    def exception_pauses(self) -> ExceptionPauses:
        """As they were set last."""

    @property
    def scripts(self) -> Sequence[Script]:
        """The files evaluated in this run."""

    def listen(self, listener: DebugListener) -> Callable[[], None]:
        """From now on; calling the result ends that. When the last one leaves, a paused program goes on."""

    def set_breakpoints(self, file: str, requests: Sequence[BreakpointRequest]) -> list[Breakpoint]:
        """These replace the file's former ones; one that is asked for as before keeps its id."""

    def add_breakpoint(self, file: str, request: BreakpointRequest) -> Breakpoint:
        """One more."""

    def remove_breakpoint(self, breakpoint_id: int) -> None:
        """One less."""

    def activate_breakpoints(self, *, are_active: bool) -> None:
        """All at once, without forgetting any."""

    def set_exception_pauses(self, *, caught: bool, uncaught: bool) -> None:
        """Pauses where an exception is thrown."""

    def set_api_breakpoints(self, names: Sequence[str]) -> None:
        """Pauses where one of these `wx.*` is called (`request`, `setStorageSync`)."""

    def set_data_breakpoints(self, paths: Sequence[str]) -> None:
        """Pauses where `setData` sets one of these paths (`user.name`, `list[0]`) or a part of it."""

    def set_event_breakpoints(self, names: Sequence[str]) -> None:
        """Pauses in functions for one of these events (`tap`), or parts of a life cycle (`onLoad`, `attached`)."""

    def pause(self) -> None:
        """At the next statement that runs."""

    def resume(self) -> None:
        """Goes on."""

    def step(self, kind: Step) -> None:
        """To the next statement, into a call, or out of this one."""

    def run_to(self, file: str, line: int) -> None:
        """Goes on to a line, once."""

    def stop_evaluating(self) -> None:
        """Ends an evaluation that takes too long."""

    def members(self, object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        """The variables of a scope, or a hundred members of an object from `start` on."""

    def evaluate(self, frame_id: int, code: str, done: Callable[[Evaluation], None]) -> None:
        """Source text in a frame (0: outside of all)."""

    def set_variable(self, object_id: int, name: str, code: str, done: Callable[[Evaluation], None]) -> None:
        """Gives a variable of a scope, or a member of an object, the value of source text."""

    def possible_locations(self, file: str, first: int, last: int, done: Callable[[Sequence[Location]], None]) -> None:
        """Where breakpoints can stand in these lines."""

    def source(self, script_id: int) -> str:
        """The text of a file; empty if there is none."""
