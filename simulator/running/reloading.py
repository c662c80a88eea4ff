"""Takes up each new build in the running program, keeping its state where the change allows, and tells what it did."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runtime.diagnostics import Span
from runtime.protocol import logic
from simulator.bridge.notices import Notices, text_with_help
from simulator.running.error_card import ErrorCard
from simulator.running.run_state import RunState
from simulator.running.swapping import Swap, SwapEnds, Swapping
from simulator.session.reload import Judgement, Verdict, judge

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult

Told = Callable[[Verdict, str, float], None]
"""Hears a verdict, its reason and the milliseconds from the change until it was to be seen."""


@dataclass(frozen=True, slots=True)
class ReloadingParts:
    """`restart` starts the program again where it is; `page_id` is that of the visible page, 0 without; `when_painted`
    calls when all that was sent is on the screen."""

    swapping: Swapping
    state: RunState
    card: ErrorCard
    notices: Notices
    restart: Callable[[], None]
    page_id: Callable[[], int]
    when_painted: Callable[[Callable[[], None]], None]
    told: Told
    clock: Callable[[], float] = time.perf_counter


@dataclass(frozen=True, slots=True)
class _Restarted:
    """A start whose page is not on the screen yet."""

    page_id: int
    verdict: Verdict
    reason: str
    requested_at: float


class Reloading:
    """Compares each build with the one that runs (`applied`) and carries out the judgement."""

    def __init__(self, parts: ReloadingParts) -> None:
        self._parts = parts
        self._applied: BuildResult | None = None
        self._broken: tuple[str, ...] = ()
        self._is_error_shown = False
        self._has_failed = False
        self._restarted: _Restarted | None = None

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

    def extended(self, result: BuildResult, before: BuildResult) -> None:
        """The build `before` with more pages, which nobody has seen yet."""
        if self._applied is before:
            self._applied = result
            self._parts.swapping.add(before, result)
        else:
            # What was built last does not run, because it is broken: that has been told.
            self.take_up(result, self._parts.clock())

    def painted(self, page_id: int) -> None:
        """Tells of a restart once its page, or one to which that has led, is on the screen."""
        restarted = self._restarted
        if restarted is not None and page_id >= restarted.page_id:
            self._restarted = None
            self._tell(restarted.verdict, restarted.reason, restarted.requested_at)

    def take_up(self, result: BuildResult, requested_at: float) -> None:
        """A new build is there; the change was noticed at `requested_at`, in seconds of the clock."""
        applied = self._applied
        if applied is None:
            return
        changes = result.changes(applied)
        judgement = judge(changes, result.program["app_script"], applied.diagnostics, result.diagnostics)
        if judgement.verdict == "restart":
            judgement = replace(judgement, reason=result.project.files.outer(judgement.reason))
        state = self._parts.state.now
        # What hung or crashed would do so again; what was stopped had no project to run, and now there is one.
        is_dead = state == "stopped" or (state in ("hung", "crashed") and not changes.is_empty)
        if is_dead and judgement.verdict != "failed":
            judgement = Judgement("restart", self._parts.notices.text("reload.was-dead"))
        match judgement.verdict:
            case "failed":
                self._show(judgement)
                self._tell("failed", self._reason(judgement), requested_at)
            case "unchanged":
                self._unchanged(result, requested_at)
            case "restart":
                self.applied(result)
                self._broken = ()
                self._restart(judgement.reason, requested_at)
            case verdict:
                self.applied(result)
                # A script that could not run is tried again with every change: what it needs may be there now.
                again = (path for path in self._broken if path not in changes.scripts)
                swap = Swap(applied, result, changes, (*changes.scripts, *again))
                self._swap(swap, verdict, requested_at)

    def _swap(self, swap: Swap, verdict: Verdict, requested_at: float) -> None:
        def swapped() -> None:
            self._parts.when_painted(lambda: self._tell(verdict, "", requested_at))

        def broken(answer: logic.Patched) -> None:
            self._broken = swap.scripts
            self._is_error_shown = True
            place = next((Span(frame.file, frame.line, frame.column) for frame in answer.stack), None)
            self._parts.card.show("overlay.does-not-run", answer.reason, place)
            self._tell("failed", answer.reason, requested_at)

        def refused(reason: str) -> None:
            self._restart(reason, requested_at)

        self._broken = ()
        self._parts.swapping.swap(swap, SwapEnds(swapped, broken, refused))

    def _unchanged(self, result: BuildResult, requested_at: float) -> None:
        self._applied = result
        if self._broken:
            return
        self._clear_error()
        # What was broken is as it runs again; otherwise nobody needs to hear of it.
        if self._has_failed:
            self._tell("unchanged", "", requested_at)

    def _restart(self, reason: str, requested_at: float) -> None:
        self._parts.restart()
        self._wait_for_page("restart", reason, requested_at)

    def _wait_for_page(self, verdict: Verdict, reason: str, requested_at: float) -> None:
        self._restarted = _Restarted(self._parts.page_id(), verdict, reason, requested_at)

    def _tell(self, verdict: Verdict, reason: str, requested_at: float) -> None:
        self._has_failed = verdict == "failed"
        self._parts.told(verdict, reason, (self._parts.clock() - requested_at) * 1000)

    def _show(self, judgement: Judgement) -> None:
        self._is_error_shown = True
        error = judgement.error
        message = text_with_help(error, self._parts.notices.language) if error else judgement.reason
        self._parts.card.show("overlay.does-not-compile", message, error.span if error else None)

    def _reason(self, judgement: Judgement) -> str:
        return judgement.error.text(self._parts.notices.language) if judgement.error else judgement.reason

    def _clear_error(self) -> None:
        if self._is_error_shown:
            self._is_error_shown = False
            self._parts.card.clear()
