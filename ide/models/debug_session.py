"""One user's debugging of the open project: the breakpoints as the user keeps them, the frame looked at, expressions.

The Debug panel, the editor's margin and the phone all look at this one. Stands on `simulator.debug.debugger`, whose
breakpoints are those of this session that are switched on. Files are paths in the project folder. Knows no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

import msgspec

from ide.models.question import Question
from ide.models.signal import Signal
from simulator.debug.debugger import (
    Breakpoint,
    BreakpointRequest,
    Debugger,
    Evaluation,
    Frame,
    Location,
    Pause,
    Script,
    Step,
)

ExceptionPauses = Literal["none", "uncaught", "all"]
TEXT_MEMBERS = ("condition", "hit_condition", "log_message")
"""What of a breakpoint the user writes."""


class UserBreakpoint(msgspec.Struct, frozen=True):
    """A breakpoint as the user has set it; see `BreakpointRequest`."""

    file: str
    line: int
    column: int = 0
    condition: str = ""
    hit_condition: str = ""
    log_message: str = ""
    is_on: bool = True

    def request(self) -> BreakpointRequest:
        """As the debugger takes it."""
        return BreakpointRequest(self.line, self.column, self.condition, self.hit_condition, self.log_message)


class KeptDebugging(msgspec.Struct, frozen=True):
    """What is kept between starts. `skipped`: files that steps and exceptions pass by."""

    breakpoints: tuple[UserBreakpoint, ...] = ()
    watches: tuple[str, ...] = ()
    apis: tuple[str, ...] = ()
    data_paths: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    exceptions: ExceptionPauses = "none"
    skipped: tuple[str, ...] = ()


AskText = Callable[[Question, str, Callable[[str], None]], object]
"""Shows a question with what is written so far; hears what the user has made of it."""


def _written(one: UserBreakpoint, member: str, text: str) -> UserBreakpoint:
    return msgspec.structs.replace(one, **{member: text.strip()})


class ShownBreakpoint(NamedTuple):
    """A user's breakpoint and where it is bound; `bound` is None while it is switched off."""

    user: UserBreakpoint
    bound: Breakpoint | None

    @property
    def line(self) -> int:
        """The line where it stands now."""
        return self.bound.line if self.bound and self.bound.verified else self.user.line


class DebugSession:
    """For one phone of the open project. `changed`: breakpoints, watches or settings; `moved`: another pause, frame,
    or none; `place_asked`: somebody wants to see a place."""

    def __init__(self, debugger: Debugger, kept: KeptDebugging) -> None:
        self.changed: Signal[None] = Signal()
        self.moved: Signal[None] = Signal()
        self.place_asked: Signal[Location] = Signal()
        self.pause: Pause | None = debugger.pause_now
        self.are_active = True
        self._debugger = debugger
        self._kept = kept
        self._bound: dict[UserBreakpoint, Breakpoint] = {}
        self._frame = 0
        self._leave = debugger.listen(self)
        self._send_all({one.file for one in kept.breakpoints})

    def close(self) -> None:
        """The project is being closed; a paused program goes on."""
        self._leave()

    def follow(self, other: DebugSession) -> None:
        """Takes over what the user has set in the session of another phone."""
        if self.are_active != other.are_active:
            self.activate(are_active=other.are_active)
        if self._kept == other.kept:
            return
        files = {one.file for one in (*self._kept.breakpoints, *other.kept.breakpoints)}
        self._kept = other.kept
        self._send_all(files)
        self.changed.emit(None)

    @property
    def kept(self) -> KeptDebugging:
        """What the next start should find."""
        return self._kept

    # -- breakpoints

    @property
    def breakpoints(self) -> Sequence[ShownBreakpoint]:
        """All of them, by file and line."""
        shown = [ShownBreakpoint(one, self._bound.get(one)) for one in self._kept.breakpoints]
        return sorted(shown, key=lambda one: (one.user.file, one.line, one.user.column))

    def at(self, file: str, line: int) -> UserBreakpoint | None:
        """The breakpoint that stands in a line, or was set there."""
        here = [one for one in self.breakpoints if one.user.file == file and line in (one.line, one.user.line)]
        return here[0].user if here else None

    def toggle(self, file: str, line: int) -> None:
        """Sets a breakpoint, or takes the line's away."""
        old = self.at(file, line)
        self._replace(file, [] if old else [UserBreakpoint(file, line)], [old] if old else [])

    def put(self, new: UserBreakpoint, old: UserBreakpoint | None = None) -> None:
        """Sets a breakpoint in place of the one that stands there or of `old`."""
        there = old or self.at(new.file, new.line)
        self._replace(new.file, [new], [there] if there else [])

    def ask_text(self, one: UserBreakpoint, member: str, ask: AskText) -> None:
        """Has the user write one of `TEXT_MEMBERS`; a breakpoint that is not there yet is set by that."""
        question = Question(f"breakpoint_{member}", ("ok", "cancel"), {"file": one.file, "line": str(one.line)})
        ask(question, getattr(one, member), lambda text: self.put(_written(one, member, text), one))

    def remove(self, *gone: UserBreakpoint) -> None:
        """Takes breakpoints away."""
        for file in {one.file for one in gone}:
            self._replace(file, [], [one for one in gone if one.file == file])

    def switch(self, one: UserBreakpoint, *, is_on: bool) -> None:
        """Keeps a breakpoint but lets it not stop."""
        self.put(msgspec.structs.replace(one, is_on=is_on), one)

    def activate(self, *, are_active: bool) -> None:
        """All of them at once."""
        self.are_active = are_active
        self._debugger.activate_breakpoints(are_active=are_active)
        self.changed.emit(None)

    def lines_moved(self, file: str, lines: dict[int, int]) -> None:
        """The user has edited the text before them: line -> line, 0 if it is gone."""
        moved: list[UserBreakpoint] = []
        for shown in self.breakpoints:
            line = lines.get(shown.line, shown.user.line) if shown.user.file == file else shown.user.line
            if line == shown.user.line:
                moved.append(shown.user)
            elif line:
                moved.append(msgspec.structs.replace(shown.user, line=line, column=0))
        self._kept = msgspec.structs.replace(self._kept, breakpoints=tuple(dict.fromkeys(moved)))
        self._send(file)
        self.changed.emit(None)

    def file_renamed(self, old: str, new: str) -> None:
        """A file has another name (or the folder it is in); its breakpoints go with it."""
        files = {one.file for one in self._kept.breakpoints if one.file == old or one.file.startswith(f"{old}/")}
        for file in files:
            here = [one for one in self._kept.breakpoints if one.file == file]
            self._replace(file, [], here)
            name = new + file.removeprefix(old)
            self._replace(name, [msgspec.structs.replace(one, file=name) for one in here], [])
        for file in [one for one in self._kept.skipped if one == old or one.startswith(f"{old}/")]:
            self.skip(file, is_on=False)
            self.skip(new + file.removeprefix(old), is_on=True)

    # -- what else stops it, and expressions

    def pause_on_exceptions(self, which: ExceptionPauses) -> None:
        """Where exceptions are thrown."""
        self._keep(exceptions=which)
        self._send_exceptions()

    def pause_on_apis(self, names: Sequence[str]) -> None:
        """Where one of these `wx.*` is called."""
        self._keep(apis=tuple(dict.fromkeys(names)))
        self._debugger.set_api_breakpoints(self._kept.apis)

    def pause_on_data(self, paths: Sequence[str]) -> None:
        """Where `setData` sets one of these paths."""
        self._keep(data_paths=tuple(dict.fromkeys(paths)))
        self._debugger.set_data_breakpoints(self._kept.data_paths)

    def skip(self, file: str, *, is_on: bool) -> None:
        """Steps and exceptions pass a file by from now on, or stop in it again; breakpoints stop in it all the same."""
        left = [one for one in self._kept.skipped if one != file]
        self._keep(skipped=(*left, file) if is_on else tuple(left))

    def is_skipped(self, file: str) -> bool:
        """Whether they do."""
        return file in self._kept.skipped

    def watch(self, expressions: Sequence[str]) -> None:
        """These are the expressions that are shown."""
        self._keep(watches=tuple(dict.fromkeys(expressions)))

    def pause_on_events(self, names: Sequence[str]) -> None:
        """Where one of these events, or parts of a life cycle, is handled."""
        self._keep(events=tuple(dict.fromkeys(names)))
        self._debugger.set_event_breakpoints(self._kept.events)

    # -- the pause

    @property
    def frame(self) -> Frame | None:
        """The frame that is looked at; None while the program runs."""
        return self.pause.frames[self._frame] if self.pause and self._frame < len(self.pause.frames) else None

    def is_foreign(self, frame: Frame) -> bool:
        """Whether its code is none that the user wants to look at."""
        return frame.is_library or self.is_skipped(frame.file)

    def choose_frame(self, index: int) -> None:
        """Looks at another frame."""
        self._frame = index
        self.moved.emit(None)
        if self.frame and self.frame.file:
            self.place_asked.emit(Location(self.frame.file, self.frame.line, self.frame.column))

    def go(self) -> None:
        """Goes on if it stands, pauses if it runs."""
        if self.pause:
            self._debugger.resume()
        else:
            self._debugger.pause()

    def step(self, kind: Step) -> None:
        """One step; nothing while the program runs."""
        if self.pause:
            self._debugger.step(kind)

    def run_to(self, file: str, line: int) -> None:
        """Goes on to a line, once."""
        self._debugger.run_to(file, line)

    def evaluate(self, code: str, done: Callable[[Evaluation], None]) -> None:
        """In the frame that is looked at."""
        self._debugger.evaluate(self.frame.frame_id if self.frame else 0, code, done)

    # -- DebugListener

    def paused(self, pause: Pause) -> None:
        """The program stands: looked at is the first frame of the user's own."""
        if self._passes_by(pause):
            return
        self.pause = pause
        own = (index for index, frame in enumerate(pause.frames) if not self.is_foreign(frame))
        self.choose_frame(next(own, 0))

    def resumed(self) -> None:
        """It runs again."""
        self.pause = None
        self.choose_frame(0)

    def breakpoint_changed(self, breakpoint: Breakpoint) -> None:
        """It is bound now, or no more."""
        for user, bound in self._bound.items():
            if bound.id == breakpoint.id:
                self._bound[user] = breakpoint
        self.changed.emit(None)

    def script_loaded(self, script: Script) -> None:
        """A file is here; the debugger binds what is set in it by itself."""

    # -- within

    def _passes_by(self, pause: Pause) -> bool:
        """Whether it has stopped in a file that is skipped; then it is on its way already."""
        if not pause.frames or not self.is_skipped(pause.frames[0].file):
            return False
        if pause.reason == "step":
            self._debugger.step("out")
        elif pause.reason == "exception":
            self._debugger.resume()
        return pause.reason in ("step", "exception")

    def _replace(self, file: str, new: Sequence[UserBreakpoint], gone: Sequence[UserBreakpoint]) -> None:
        left = tuple(one for one in self._kept.breakpoints if one not in gone and one not in new)
        self._kept = msgspec.structs.replace(self._kept, breakpoints=(*left, *new))
        self._send(file)
        self.changed.emit(None)

    def _send_all(self, files: Iterable[str]) -> None:
        for file in files:
            self._send(file)
        self._send_exceptions()
        self._debugger.set_api_breakpoints(self._kept.apis)
        self._debugger.set_data_breakpoints(self._kept.data_paths)
        self._debugger.set_event_breakpoints(self._kept.events)

    def _send(self, file: str) -> None:
        here = [one for one in self._kept.breakpoints if one.file == file and one.is_on]
        self._bound = {user: bound for user, bound in self._bound.items() if user.file != file}
        bound = self._debugger.set_breakpoints(file, [one.request() for one in here])
        self._bound |= dict(zip(here, bound, strict=True))

    def _send_exceptions(self) -> None:
        which = self._kept.exceptions
        self._debugger.set_exception_pauses(caught=which == "all", uncaught=which != "none")

    def _keep(self, **members: object) -> None:
        self._kept = msgspec.structs.replace(self._kept, **members)
        self.changed.emit(None)
