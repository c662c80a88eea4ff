"""Takes up changes of the project in the running program, keeping its state where the change allows."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec import Raw

from runtime.compiler.swaps import ScriptObstacle
from runtime.diagnostics import Diagnostic, Span
from runtime.protocol import logic, view
from simulator.bridge.notices import text_with_help
from simulator.running.swap_judge import SwapJudge
from simulator.session.reload import Judgement, Verdict, judge

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from runtime.compiler.changes import Changes

if TYPE_CHECKING:
    from simulator.running.program import Program


@dataclass(frozen=True, slots=True)
class _Restarted:
    """A start whose page is not on the screen yet."""

    page_id: int
    verdict: Verdict
    reason: str
    requested_at: float


@dataclass(frozen=True, slots=True)
class _Swap:
    """A change on its way into the program that was launched at `launched_at`."""

    applied: BuildResult
    result: BuildResult
    changes: Changes
    scripts: tuple[str, ...]
    verdict: Verdict
    requested_at: float
    launched_at: float


class Reloading:
    """Compares each build with the one that runs (`applied`) and carries out the judgement."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._applied: BuildResult | None = None
        self._broken: tuple[str, ...] = ()
        self._is_error_shown = False
        self._has_failed = False
        self._restarted: _Restarted | None = None
        self._judge = SwapJudge(program)
        program.painted.connect(self._painted)

    def close(self) -> None:
        """Takes nothing up any more."""
        self._judge.close()

    def applied(self, result: BuildResult) -> None:
        """The program runs this build now."""
        self._applied = result
        self._clear_error()

    def launched(self, requested_at: float) -> None:
        """The user has started the program with the build that was applied last."""
        self._broken = ()
        self._wait_for_page("started", "", requested_at)

    def advised(self, result: BuildResult) -> None:
        """The build that the program runs, now with advice."""
        if self._applied is not None and self._applied.program is result.program:
            self._applied = result

    def take_up(self, result: BuildResult, requested_at: float) -> None:
        """A new build is there."""
        applied = self._applied
        if applied is None:
            return
        changes = result.changes(applied)
        judgement = judge(changes, result.program["app_script"], applied.diagnostics, result.diagnostics)
        if judgement.verdict == "restart":
            judgement = replace(judgement, reason=result.project.files.outer(judgement.reason))
        state = self._program.state
        # What hung or crashed would do so again; what was stopped had no project to run, and now there is one.
        is_dead = state == "stopped" or (state in ("hung", "crashed") and not changes.is_empty)
        if is_dead and judgement.verdict != "failed":
            judgement = Judgement("restart", self._program.notices.text("reload.was-dead"))
        match judgement.verdict:
            case "failed":
                self._show(judgement)
                self._tell("failed", self._reason(judgement), requested_at)
            case "unchanged":
                self._applied = result
                if not self._broken:
                    self._clear_error()
                    # What was broken is as it runs again; otherwise nobody needs to hear of it.
                    if self._has_failed:
                        self._tell("unchanged", "", requested_at)
            case "restart":
                self.applied(result)
                self._broken = ()
                self._restart(judgement.reason, requested_at)
            case verdict:
                self.applied(result)
                self._swap(applied, result, changes, verdict, requested_at)

    def _swap(
        self, applied: BuildResult, result: BuildResult, changes: Changes, verdict: Verdict, requested_at: float
    ) -> None:
        program = self._program
        if program.session is None:
            return
        program.session.use_program(program.compiled(result))
        self._swap_styles(result, changes)
        # A script that could not run is tried again with every change: what it needs may be there now.
        scripts = (*changes.scripts, *(path for path in self._broken if path not in changes.scripts))
        self._broken = ()
        swap = _Swap(applied, result, changes, scripts, verdict, requested_at, program.launched_at)
        if scripts:
            program.ask_dependents(list(scripts), partial(self._judge_scripts, swap))
        elif changes.templates or changes.wxs:
            self._patch(swap)
        else:
            self._tell_when_painted(verdict, "", requested_at)

    def _judge_scripts(self, swap: _Swap, answer: logic.Inspected) -> None:
        evaluated = msgspec.json.decode(answer.value, type=list[str])
        if swap.applied.program["app_script"] in evaluated:
            self._patch(swap)  # app.js itself is what the program finds in the way
        else:
            self._judge.ask(swap.applied.project, evaluated, partial(self._judged, swap))

    def _judged(self, swap: _Swap, obstacle: ScriptObstacle | None) -> None:
        if swap.launched_at != self._program.launched_at:
            return  # the program has been started anew since, with what this would bring
        if obstacle is None:
            self._patch(swap)
            return
        words = {
            "file": swap.applied.project.files.outer(obstacle.file),
            "name": obstacle.name,
            "line": str(obstacle.line),
        }
        self._restart(self._program.notices.text(f"reload.{obstacle.code}", **words), swap.requested_at)

    def _patch(self, swap: _Swap) -> None:
        names = {"templates": list(swap.changes.templates), "scripts": list(swap.scripts)}
        self._program.patch(swap.result.changed_program(swap.applied), names, partial(self._patched, swap))

    def _patched(self, swap: _Swap, answer: logic.Patched) -> None:
        if answer.ok:
            self._tell_when_painted(swap.verdict, "", swap.requested_at)
        elif answer.is_broken:
            self._broken = swap.scripts
            self._show_broken(answer)
            self._tell("failed", answer.reason, swap.requested_at)
        else:
            self._restart(self._why_not(swap.applied, answer), swap.requested_at)

    def _restart(self, reason: str, requested_at: float) -> None:
        self._program.restart(keep_stack=True)
        self._wait_for_page("restart", reason, requested_at)

    def _wait_for_page(self, verdict: Verdict, reason: str, requested_at: float) -> None:
        page = self._program.page
        self._restarted = _Restarted(page.page_id if page else 0, verdict, reason, requested_at)

    def _painted(self, page_id: int, _batch_id: int) -> None:
        """Tells of a restart once its page, or one to which that has led, is on the screen."""
        restarted = self._restarted
        if restarted is not None and page_id >= restarted.page_id:
            self._restarted = None
            self._tell(restarted.verdict, restarted.reason, restarted.requested_at)

    def _why_not(self, applied: BuildResult, answer: logic.Patched) -> str:
        if answer.obstacle is None:
            return answer.reason
        return self._program.notices.text(
            f"reload.{answer.obstacle.code}",
            file=applied.project.files.outer(answer.obstacle.file),
            name=answer.obstacle.name,
        )

    def _swap_styles(self, result: BuildResult, changes: Changes) -> None:
        wanted = set(changes.styles)
        session = self._program.session
        if not wanted or session is None:
            return
        sent: set[str] = set()
        for page in (*session.pages.stack, *session.pages.dangling):
            for sheet in result.page_styles(page.path):
                if sheet.path in wanted and sheet.path not in sent:
                    sent.add(sheet.path)
                    self._program.send_to_view(view.ReplaceStyle(sheet))
        for path in wanted - sent:
            # A sheet that was removed: nothing of it may stay.
            gone = view.StyleSheet(path, Raw(msgspec.json.encode([])), "component")
            self._program.send_to_view(view.ReplaceStyle(gone))

    def _tell_when_painted(self, verdict: Verdict, reason: str, requested_at: float) -> None:
        self._program.automate("painted", {}, lambda _reply: self._tell(verdict, reason, requested_at))

    def _tell(self, verdict: Verdict, reason: str, requested_at: float) -> None:
        self._has_failed = verdict == "failed"
        self._program.reloaded.emit(verdict, reason, (time.perf_counter() - requested_at) * 1000)

    def _show(self, judgement: Judgement) -> None:
        self._is_error_shown = True
        notices, error = self._program.notices, judgement.error
        message = text_with_help(error, notices.language) if error else judgement.reason
        self._program.show_error(notices.text("overlay.does-not-compile"), message, error.span if error else None)

    def _show_broken(self, answer: logic.Patched) -> None:
        self._is_error_shown = True
        place = next((Span(frame.file, frame.line, frame.column) for frame in answer.stack), None)
        self._program.show_error(self._program.notices.text("overlay.does-not-run"), answer.reason, place)

    def _reason(self, judgement: Judgement) -> str:
        error: Diagnostic | None = judgement.error
        return error.text(self._program.notices.language) if error else judgement.reason

    def _clear_error(self) -> None:
        if self._is_error_shown:
            self._is_error_shown = False
            self._program.show_error("")
