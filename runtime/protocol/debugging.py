"""Messages of the debugger between host and logic process. Like those of `logic`, of which they are a part.

Files are paths in the project folder as the user wrote them; scripts are paths in the program. `debug-setup`,
`debug-pause` and `debug-stop` are heard in the middle of a task, wherever the running script looks up; while the
program is paused, these and the questions are served at once, and everything else waits.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Raw, Struct

from runtime.protocol.carried import Carries
from runtime.protocol.numbers import Int32
from runtime.protocol.previews import Preview

NO_JSON = Raw(b"null")


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages."""


class WantedBreakpoint(Struct, frozen=True, omit_defaults=True):
    """A breakpoint of the user's. `once`: it goes with the next pause."""

    id: int
    file: str
    line: int
    column: int = 0
    condition: str = ""
    hit_condition: str = ""
    log_message: str = ""
    once: bool = False


class ArmedBreakpoint(Struct, frozen=True, omit_defaults=True):
    """The same where a script can pause."""

    id: int
    condition: str = ""
    hit_condition: str = ""
    log_message: str = ""
    once: bool = False


# ---------------------------------------------------------------- host -> logic


class DebugSetup(_Message, frozen=True, tag="debug-setup"):
    """All that the debugger wants; it replaces what it wanted before. May come before `Launch`. Answered by
    `DebugBound` as soon as the program is there. Not `is_attached`: nobody listens, nothing pauses."""

    is_attached: bool = True
    breakpoints: list[WantedBreakpoint] = []
    caught: bool = False
    uncaught: bool = False
    apis: list[str] = []
    data: list[str] = []
    events: list[str] = []


class DebugArmed(_Message, frozen=True, tag="debug-armed"):
    """The process around the engine tells the base library: breakpoints by script and number of the probe. `needs_wxs`:
    wxs modules have been evaluated without probes that are needed with them."""

    is_attached: bool
    active: dict[str, dict[str, list[ArmedBreakpoint]]] = {}
    caught: bool = False
    uncaught: bool = False
    apis: list[str] = []
    data: list[str] = []
    events: list[str] = []
    needs_wxs: bool = False


class DebugPause(_Message, frozen=True, tag="debug-pause"):
    """Pause at the next statement that can."""


class DebugGo(_Message, frozen=True, tag="debug-go"):
    """Ends a pause."""

    kind: Literal["resume", "over", "into", "out"] = "resume"


class DebugStop(_Message, frozen=True, tag="debug-stop"):
    """Ends an evaluation that takes too long."""


class DebugEvaluate(_Message, frozen=True, tag="debug-evaluate"):
    """Evaluates source text in a frame of the pause. Answered by `Evaluated`."""

    request_id: int
    frame_id: int
    code: str


class DebugAssign(_Message, frozen=True, tag="debug-assign"):
    """Gives a variable of a scope or a member of an object (`object_id`: a handle) the value of source text, which is
    evaluated in the topmost frame. Answered by `Evaluated` with the value."""

    request_id: int
    object_id: int
    name: str
    code: str


class DebugMembers(_Message, frozen=True, tag="debug-members"):
    """Asks for the members of a scope or an object; a getter that never ends is stopped. Answered by `Inspected`."""

    request_id: int
    object_id: int
    start: int = 0


class DebugLocations(_Message, frozen=True, tag="debug-locations"):
    """Asks where breakpoints can stand in these lines. Answered by `DebugLocated`."""

    request_id: int
    file: str
    first: int
    last: int


# ---------------------------------------------------------------- logic -> host


class PausedScope(Struct, frozen=True, omit_defaults=True):
    """A scope of a frame; its variables are those of `object_id`, a handle."""

    kind: Literal["local", "block", "catch", "closure", "module", "global"]
    name: str
    object_id: Int32


class PausedFrame(Struct, frozen=True, omit_defaults=True):
    """A call; `waits`: it is not on the stack, but waits for the one above. `this`: a preview."""

    frame_id: Int32
    function: str
    file: str
    line: Int32 = 0
    column: Int32 = 0
    library: bool = False
    waits: bool = False
    scopes: list[PausedScope] = []
    this: Annotated[Raw, Carries(Preview | None)] = NO_JSON


class DebugPaused(_Message, frozen=True, tag="debug-paused"):
    """The program stands still."""

    reason: Literal["breakpoint", "step", "pause", "exception", "debugger-statement", "api", "data", "event"]
    frames: list[PausedFrame]
    description: str = ""
    breakpoint_ids: list[Int32] = []
    exception: Annotated[Raw, Carries(Preview | None)] = NO_JSON
    is_uncaught: bool = False


class DebugResumed(_Message, frozen=True, tag="debug-resumed"):
    """It goes on."""


class BoundBreakpoint(Struct, frozen=True, omit_defaults=True):
    """Where a breakpoint stands, or `why` not: the code of a text `debugger.<why>`."""

    id: int
    line: int = 0
    column: int = 0
    why: str = ""


class DebugBound(_Message, frozen=True, tag="debug-bound"):
    """Where the breakpoints stand. `unarmed`: scripts that run without probes and would have to be evaluated anew."""

    breakpoints: list[BoundBreakpoint]
    unarmed: list[str] = []


class DebugLocated(_Message, frozen=True, tag="debug-located"):
    """Answer to `DebugLocations`: lines and columns."""

    request_id: int
    places: list[tuple[int, int]]


class DebugLoaded(_Message, frozen=True, tag="debug-loaded"):
    """Scripts have been evaluated (path in the program): with probes or without."""

    debugged: list[str] = []
    plain: list[str] = []


class DebugInView(_Message, frozen=True, tag="debug-in-view"):
    """For the pages of the phone, which run wxs of their own; it replaces what they had. `armed`: a `DebugArmed`;
    `scripts`: what `EngineHost.instrumented` tells of the modules with probes, by path; none: nothing is waited for."""

    armed: DebugArmed
    below: str = ""
    scripts: dict[str, str] = {}


ForJavaScript = DebugArmed | DebugPause | DebugGo | DebugStop | DebugEvaluate | DebugAssign | DebugMembers
ForProcess = DebugSetup | DebugLocations
FromJavaScript = DebugPaused | DebugResumed
FromProcess = DebugBound | DebugLocated | DebugLoaded | DebugInView
