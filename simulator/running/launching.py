"""What a new build is for: the start that its user has asked for, or else a change to be taken up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.running.findings import Findings
from simulator.running.reloading import Reloading
from simulator.running.run_state import RunState
from simulator.running.starting import Starter
from simulator.session.session import LaunchRequest

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class Launching:
    """For one program; `build` asks for a build of the project that starts on a page (empty: the entry page)."""

    def __init__(
        self,
        starter: Starter,
        reloading: Reloading,
        findings: Findings,
        state: RunState,
        build: Callable[[str], None],
    ) -> None:
        self._starter = starter
        self._reloading = reloading
        self._findings = findings
        self._state = state
        self._build = build
        self._is_wanted = False

    def launch(self, request: LaunchRequest | None = None, build: BuildResult | None = None) -> None:
        """Builds the project, unless there is a `build`, and starts it; without a request as it was started last."""
        self._starter.request = request or self._starter.request
        if build is not None:
            self._reloading.applied(build)
            self._starter.start(build, self._starter.request)
            return
        self._is_wanted = True
        self._state.enter("starting")
        self._build(self._starter.request.url.path)

    def built(self, result: BuildResult, requested_at: float) -> None:
        """A build is there. One that has failed leaves the wish for a start as it is."""
        if not self._is_wanted:
            self._findings.tell(result)
            self._reloading.take_up(result, requested_at)
            return
        self._is_wanted = False
        self._findings.forget()
        self._findings.tell(result)
        self._reloading.applied(result)
        self._starter.start(result, self._starter.request)
        self._reloading.launched(requested_at)

    def extended(self, result: BuildResult, before: BuildResult) -> None:
        """A build with more pages than `before` had."""
        self._findings.tell(result)
        self._reloading.extended(result, before)

    def advised(self, result: BuildResult) -> None:
        """The last build again, with advice."""
        self._reloading.advised(result)
        self._findings.tell(result)
