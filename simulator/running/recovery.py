"""What happens when something dies or hangs: the logic process, or the process that draws the phone.

Tells the console and brings the program back on the same page, unless it has just been brought back from the same end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtime.diagnostics import Span
from runtime.protocol.stacks import StackFrame
from simulator.bridge.notices import Notices
from simulator.running.error_card import ErrorCard
from simulator.running.options import ProgramOptions
from simulator.running.run_state import RunState

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from simulator.running.starting import Start

CRASH_LOOP_MS = 4000
"""A program that was started again after its end and ends this soon once more stays as it is."""
MAX_EARLY_ENDS = 3
HANG_LOOP_MS = 12_000
"""A program that was started again after a hang and hangs this soon once more stays as it is."""
NO_SCREEN = "the phone's screen has gone"

_HANDLER = re.compile(r"(?P<function>.+) \((?P<file>[^()]+?)(?::(?P<line>\d+))?\)\Z")


@dataclass(frozen=True, slots=True)
class RecoveryParts:
    """`restart` starts the program again where it was; `latest_start`, `runs_for_ms` and `build` say what runs, and for
    how long; `has_launched` whether its first script has run; `fail_questions` answers what the phone was asked."""

    notices: Notices
    card: ErrorCard
    state: RunState
    options: Callable[[], ProgramOptions]
    build: Callable[[], BuildResult | None]
    latest_start: Callable[[], Start | None]
    runs_for_ms: Callable[[], float]
    has_launched: Callable[[], bool]
    restart: Callable[[], None]
    fail_questions: Callable[[str], None]


class Recovery:
    """Hears of each end from the link and from the phone; the assembly connects them."""

    def __init__(self, parts: RecoveryParts) -> None:
        self._parts = parts
        self._is_phone_lost = False
        self._ended_for = ""
        self._early_ends = 0
        self._brought_back: Start | None = None

    # ------------------------------------------------------------ the logic process

    def logic_lost(self, reason: str) -> None:
        """The process has ended unasked."""
        parts = self._parts
        parts.notices.say("crashed", "error", origin="program", detail={"why": reason})
        parts.state.enter("crashed", reason)
        # A process that ends before the program has begun in it was killed, the spare together with the one in use.
        is_innocent = not parts.has_launched() and self._early_ends < MAX_EARLY_ENDS
        self._early_ends = self._early_ends + 1 if is_innocent else 0
        if is_innocent or not self._came_back_for_less_than(CRASH_LOOP_MS):
            self._bring_back()
        else:
            parts.notices.say("crash-loop", "warn", origin="program")
            self._show("overlay.crashed", reason)

    def logic_hung(self, what: str) -> None:
        """The process does not answer; `what` runs."""
        parts = self._parts
        code = "hung" if what else "hung-nowhere"
        parts.notices.say(code, "error", origin="program", detail={"what": what}, stack=frames_of(what))
        parts.state.enter("hung", what)
        if self._may_bring_back():
            self._bring_back()
        else:
            frame = next(iter(frames_of(what)), None)
            place = Span(frame.file, frame.line) if frame else None
            self._show("overlay.hung", parts.notices.text(code, what=what), place)

    def logic_recovered(self) -> None:
        """The process answers again."""
        self._parts.notices.say("recovered")
        self._parts.card.clear()
        self._parts.state.enter("running")

    def logic_misunderstood(self, why: str) -> None:
        """The process has sent what is no message."""
        self._parts.notices.say("logic-misunderstood", "error", detail={"why": why})

    # ------------------------------------------------------------ the phone

    def phone_hung(self, what: str) -> None:
        """The page does not answer and is on its way out; the wxs function `what` ran last."""
        self._end_phone("view-hung" if what else "view-hung-nowhere", what=what)

    def phone_swollen(self, megabytes: int) -> None:
        """The page takes too much memory and is on its way out."""
        self._end_phone("view-swollen", megabytes=str(megabytes))

    def phone_crashed(self, reason: str) -> None:
        """The process that draws the phone has ended; it is being loaded again."""
        self._is_phone_lost = True
        self._parts.fail_questions(NO_SCREEN)
        if not self._ended_for:
            self._parts.notices.say("view-crashed", "error", detail={"why": reason})

    def phone_dropped(self) -> None:
        """What was sent to it since its end is lost; its readiness asks for the pages, but not for the questions."""
        self._parts.fail_questions(NO_SCREEN)

    def phone_gone(self) -> None:
        """It is not loaded again by itself."""
        self._parts.notices.say("view-gone", "error")
        self._parts.state.enter("crashed", self._parts.notices.text("view-gone"))

    def phone_is_ready(self) -> bool:
        """The phone has been loaded. Whether it had been lost; then the program has been seen to."""
        if not self._is_phone_lost:
            return False
        self._is_phone_lost = False
        ended, self._ended_for = self._ended_for, ""
        if not ended:
            self._parts.restart()
        elif self._may_bring_back():
            self._bring_back()
        else:
            self._show("overlay.hung", ended)
        return True

    def _end_phone(self, code: str, **detail: str) -> None:
        """The page is the program's fault."""
        parts = self._parts
        file, _, function = detail.get("what", "").rpartition(" ")
        stack = (StackFrame(function, file.partition("#")[0]),) if file else ()
        parts.notices.say(code, "error", origin="program", detail=detail, stack=stack)
        self._ended_for = parts.notices.text(code, **detail)
        parts.state.enter("hung", detail.get("what", ""))

    # ------------------------------------------------------------ back again

    def _may_bring_back(self) -> bool:
        """After a hang."""
        return self._parts.options().restarts_after_hang and not self._came_back_for_less_than(HANG_LOOP_MS)

    def _bring_back(self) -> None:
        self._parts.restart()
        self._brought_back = self._parts.latest_start()
        self._parts.notices.say("restarted", "warn")

    def _came_back_for_less_than(self, least_ms: float) -> bool:
        """Whether the program runs since it was brought back, unchanged, and not for long."""
        back, build = self._brought_back, self._parts.build()
        if back is None or build is None or back is not self._parts.latest_start():
            return False
        return back.build.program is build.program and self._parts.runs_for_ms() < least_ms

    def _show(self, title_code: str, message: str, place: Span | None = None) -> None:
        if self._parts.options().shows_failures:
            self._parts.card.show(title_code, message, place)


def frames_of(what: str) -> tuple[StackFrame, ...]:
    """The place in the name of a task, such as `pages/index/index onTap (pages/index/index.js:12)`; empty if none."""
    match = _HANDLER.fullmatch(what)
    if match is None:
        return ()
    return (StackFrame(match["function"], match["file"], int(match["line"] or 0)),)
