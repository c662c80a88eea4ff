"""What is said and shown where a program cannot go on by itself: no first page, pages in a circle, no project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from runtime.diagnostics import Diagnostic
from simulator.bridge.notices import Notices, text_with_help
from simulator.running.error_card import ErrorCard
from simulator.running.run_state import RunState

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult


class DeadEnds:
    """`build` gives the build that runs. With `shows_failures` what a window around the phone would show as well is
    shown on the phone."""

    def __init__(
        self,
        notices: Notices,
        card: ErrorCard,
        state: RunState,
        build: Callable[[], BuildResult | None],
        *,
        shows_failures: bool,
    ) -> None:
        self._notices = notices
        self._card = card
        self._state = state
        self._build = build
        self._shows_failures = shows_failures
        self._is_page_missing = False

    def not_built(self, why: str, finding: Diagnostic | None) -> None:
        """There is no build to start; `finding` has the words in every language."""
        text = self._notices.say_not_built(why, finding)
        self._card.show("overlay.not-started", text)
        self._state.enter("stopped", text)

    def not_started(self, reason: str, *, title: str = "overlay.not-started") -> None:
        """The program has no page to show."""
        self._notices.say("not-started", "error", detail={"why": reason}, origin="program")
        # What the build found is closer to the cause than what the route ran into.
        build = self._build()
        found = build.diagnostics if build else ()
        error = next((diagnostic for diagnostic in found if diagnostic.severity == "error"), None)
        message = text_with_help(error, self._notices.language) if error else reason
        self._card.show(title, message, error.span if error else None)
        self._state.enter("stopped", reason)

    def page_missing(self, path: str) -> None:
        """The first page does not exist, and the program has not gone elsewhere. It goes on: it may still do so."""
        self._is_page_missing = True
        self.not_started(f'page "{path}" is not found', title="overlay.no-page")

    def page_shown(self) -> None:
        """The program has gone to a page after all."""
        if self._is_page_missing:
            self._is_page_missing = False
            self._card.clear()
            self._state.enter("running")

    def goes_round(self, paths: Sequence[str]) -> None:
        """Pages send their user on without end; whoever tells has stopped the program, for it would never rest."""
        detail = {"pages": " → ".join([*paths, paths[0]])}
        self._notices.say("goes-round", "error", origin="program", detail=detail)
        text = self._notices.text("goes-round", **detail)
        self._state.enter("stopped", text)
        if self._shows_failures:
            self._card.show("overlay.goes-round", text)

    def project_gone(self, root: Path) -> None:
        """The project's folder has been deleted or moved away."""
        self._notices.say("project-gone", "error", origin="program", detail={"folder": str(root)})
        self._state.enter("stopped", self._notices.text("project-gone", folder=str(root)))
