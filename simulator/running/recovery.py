"""What happens when something dies or never begins: the logic process, the phone's screen, the project folder, the
first page."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from runtime.diagnostics import Span
from runtime.protocol.logic import StackFrame
from runtime.protocol.view import Reply
from simulator.bridge.notices import text_with_help
from simulator.build.watch import ProjectWatcher
from simulator.running.logic_link import LogicLink

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

if TYPE_CHECKING:
    from simulator.running.program import Program

CRASH_LOOP_MS = 4000
"""A program that was started again after its end and ends this soon once more stays as it is."""

MAX_EARLY_ENDS = 3
HANG_LOOP_MS = 12_000
"""A program that was started again after a hang and hangs this soon once more stays as it is."""

_HANDLER = re.compile(r"(?P<function>.+) \((?P<file>[^()]+?)(?::(?P<line>\d+))?\)\Z")


class Recovery:
    """Tells the console what happened and brings the program back on the same page where that is possible."""

    def __init__(self, program: Program, link: LogicLink, watcher: ProjectWatcher | None) -> None:
        self._program = program
        self._link = link
        self._is_view_lost = False
        self._ended_for = ""
        self._early_ends = 0
        self._is_page_missing = False
        self._restarted_at = 0.0
        self._restarted_build: BuildResult | None = None
        link.lost.connect(self._logic_lost)
        link.misunderstood.connect(self._misunderstood)
        link.hung.connect(self._logic_hung)
        link.recovered.connect(self._logic_recovered)
        program.phone.crashed.connect(self._view_crashed)
        program.phone.hung.connect(self._view_hung)
        program.phone.swollen.connect(self._view_swollen)
        program.phone.gone.connect(self._view_gone)
        if watcher:
            watcher.root_gone.connect(self._root_gone)

    def view_came_back(self) -> bool:
        """Whether the phone's screen has just been loaded again after it was lost; the program has been seen to."""
        if not self._is_view_lost:
            return False
        self._is_view_lost = False
        ended, self._ended_for = self._ended_for, ""
        if not ended:
            self._program.restart(keep_stack=True)
        elif self._may_restart():
            self._restart()
        else:
            self._show("overlay.hung", ended)
        return True

    def not_started(self, reason: str, *, title: str = "overlay.not-started") -> None:
        """The program has no page to show."""
        program = self._program
        program.notices.say("not-started", "error", detail={"why": reason}, origin="program")
        # What the build found is closer to the cause than what the route ran into.
        found = program.build.diagnostics if program.build else ()
        error = next((diagnostic for diagnostic in found if diagnostic.severity == "error"), None)
        message = text_with_help(error, program.notices.language) if error else reason
        program.show_error(program.notices.text(title), message, error.span if error else None)
        program.enter_state("stopped", reason)

    def page_missing(self, path: str) -> None:
        """The first page does not exist, and the program has not gone elsewhere. It goes on: it may still do so."""
        self._is_page_missing = True
        self.not_started(f'page "{path}" is not found', title="overlay.no-page")

    def goes_round(self, paths: Sequence[str]) -> None:
        """Pages send their user on without end: the program is stopped, for it would never rest."""
        program = self._program
        self._link.stop()
        detail = {"pages": " → ".join([*paths, paths[0]])}
        program.notices.say("goes-round", "error", origin="program", detail=detail)
        program.enter_state("stopped", program.notices.text("goes-round", **detail))
        self._show("overlay.goes-round", program.notices.text("goes-round", **detail))

    def page_shown(self) -> None:
        """The program has gone to a page after all."""
        if self._is_page_missing:
            self._is_page_missing = False
            self._program.show_error("")
            self._program.enter_state("running")

    def _logic_lost(self, reason: str) -> None:
        program = self._program
        program.notices.say("crashed", "error", origin="program", detail={"why": reason})
        program.enter_state("crashed", reason)
        # A process that ends before the program has begun in it was killed, the spare together with the one in use.
        is_innocent = not self._link.has_launched and self._early_ends < MAX_EARLY_ENDS
        self._early_ends = self._early_ends + 1 if is_innocent else 0
        if is_innocent or not self._came_back_for_less_than(CRASH_LOOP_MS):
            self._restart()
        else:
            program.notices.say("crash-loop", "warn", origin="program")
            self._show("overlay.crashed", reason)

    def _logic_hung(self, what: str) -> None:
        program = self._program
        code = "hung" if what else "hung-nowhere"
        program.notices.say(code, "error", origin="program", detail={"what": what}, stack=frames_of(what))
        program.enter_state("hung", what)
        if self._may_restart():
            self._restart()
        else:
            frame = next(iter(frames_of(what)), None)
            place = Span(frame.file, frame.line) if frame else None
            self._show("overlay.hung", program.notices.text(code, what=what), place)

    def _may_restart(self) -> bool:
        """After a hang."""
        return self._program.options.restarts_after_hang and not self._came_back_for_less_than(HANG_LOOP_MS)

    def _show(self, title_code: str, message: str, place: Span | None = None) -> None:
        if self._program.options.shows_failures:
            self._program.show_error(self._program.notices.text(title_code), message, place)

    def _restart(self) -> None:
        program = self._program
        program.restart(keep_stack=True)
        self._restarted_at, self._restarted_build = program.launched_at, program.build
        program.notices.say("restarted", "warn")

    def _came_back_for_less_than(self, least_ms: float) -> bool:
        program = self._program
        is_same = program.launched_at == self._restarted_at and program.build is self._restarted_build
        return is_same and (time.perf_counter() - program.launched_at) * 1000 < least_ms

    def _logic_recovered(self) -> None:
        self._program.notices.say("recovered")
        self._program.show_error("")
        self._program.enter_state("running")

    def _misunderstood(self, why: str) -> None:
        self._program.notices.say("logic-misunderstood", "error", detail={"why": why})

    def _view_hung(self, what: str) -> None:
        self._end_view("view-hung" if what else "view-hung-nowhere", what=what)

    def _view_swollen(self, megabytes: int) -> None:
        self._end_view("view-swollen", megabytes=str(megabytes))

    def _end_view(self, code: str, **detail: str) -> None:
        """The page is the program's fault: said so, it is on its way out."""
        program = self._program
        file, _, function = detail.get("what", "").rpartition(" ")
        stack = (StackFrame(function, file.partition("#")[0]),) if file else ()
        program.notices.say(code, "error", origin="program", detail=detail, stack=stack)
        self._ended_for = program.notices.text(code, **detail)
        program.enter_state("hung", detail.get("what", ""))

    def _view_crashed(self, reason: str) -> None:
        self._is_view_lost = True
        # Nobody answers what the screen was asked.
        self._program.view_replies.fail(lambda number: Reply(number, error="the phone's screen has gone"))
        if not self._ended_for:
            self._program.notices.say("view-crashed", "error", detail={"why": reason})

    def _view_gone(self) -> None:
        self._program.notices.say("view-gone", "error")
        self._program.enter_state("crashed", self._program.notices.text("view-gone"))

    def _root_gone(self) -> None:
        folder = str(self._program.root)
        self._program.notices.say("project-gone", "error", origin="program", detail={"folder": folder})
        self._program.enter_state("stopped", self._program.notices.text("project-gone", folder=folder))


def frames_of(what: str) -> tuple[StackFrame, ...]:
    """The place in the name of a task, such as `pages/index/index onTap (pages/index/index.js:12)`; empty if none."""
    match = _HANDLER.fullmatch(what)
    if match is None:
        return ()
    return (StackFrame(match["function"], match["file"], int(match["line"] or 0)),)
