"""What the page on top wants to find again when the program is left, or started again by its user."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runtime.protocol.launch import ExitState
from simulator.running.page_callbacks import PageCallbacks
from simulator.running.run_state import RunState
from simulator.session.routes import Page
from simulator.session.session import Session

if TYPE_CHECKING:
    from simulator.running.starting import Start

LAST_WORDS_MS = 2_000
"""So long a page may take to say what it wants to keep before the program is started again."""
DAY_MS = 24 * 60 * 60 * 1000
"""So long what a page has saved at its end is kept, if it does not say otherwise. Source: reference, exitState."""

After = Callable[[int, Callable[[], None]], None]
"""Calls a function after so many milliseconds."""


@dataclass(frozen=True, slots=True)
class LeavingParts:
    """`restart` starts the program again, on the same pages if `keep_stack`; `now_ms` is the time of day."""

    session: Session
    callbacks: PageCallbacks
    state: RunState
    latest_start: Callable[[], Start | None]
    restart: Callable[[bool], None]
    after: After
    now_ms: Callable[[], float] = lambda: time.time() * 1000


class Leaving:
    """For one program."""

    def __init__(self, parts: LeavingParts) -> None:
        self._parts = parts
        self._exit_state: ExitState | None = None
        self._expires_ms = 0.0

    def restart(self, *, keep_stack: bool) -> None:
        """The user starts the program again: what the page on top saves at its end, it finds then."""
        start = self._parts.latest_start()

        def go() -> None:
            if self._parts.latest_start() is start:
                self._parts.restart(keep_stack)

        self._parts.after(LAST_WORDS_MS, go)
        self.keep_exit_state(go)

    def keep_exit_state(self, done: Callable[[], None] = lambda: None) -> None:
        """Asks the page on top what it wants to find again at the next start."""

        def answered(page: Page, saved: dict[str, Any] | None) -> None:
            self._exit_state = None
            if saved is not None and "data" in saved:
                expires = saved.get("expireTimeStamp")
                default_ms = self._parts.now_ms() + DAY_MS
                self._expires_ms = float(expires) if isinstance(expires, int | float) else default_ms
                self._exit_state = ExitState(page.path, saved["data"])
            done()

        if self._parts.session.pages.top is None or self._parts.state.now != "running":
            done()
        else:
            self._parts.callbacks.ask("onSaveExitState", {}, answered)

    def take_exit_state(self) -> ExitState | None:
        """For a start; what has been saved counts once, and for a time."""
        state, self._exit_state = self._exit_state, None
        return state if self._expires_ms > self._parts.now_ms() else None
