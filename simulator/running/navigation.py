"""Routes and the way to the background and back, asked for by the program or by its user."""

from __future__ import annotations

from collections.abc import Callable

from simulator.running.leaving import Leaving
from simulator.running.run_state import RunState
from simulator.session.arrival import AS_BEFORE, Arrival
from simulator.session.commands import Command
from simulator.session.routes import RouteFailure
from simulator.session.session import Session


class Navigation:
    """The `Routes` of one program."""

    def __init__(
        self, session: Session, state: RunState, leaving: Leaving, carry_out: Callable[[list[Command]], None]
    ) -> None:
        self._session = session
        self._state = state
        self._leaving = leaving
        self._carry_out = carry_out

    def route(self, api: str, url: str, *, delta: int = 1, call_id: int = 0) -> RouteFailure | None:
        """Carries out a route; a refusal is returned."""
        outcome = self._session.route(api, url, delta=delta, call_id=call_id)
        if isinstance(outcome, RouteFailure):
            return outcome
        self._carry_out(outcome)
        return None

    def rewrite(self, page_id: int, url: str, *, keeps_query: bool) -> RouteFailure | None:
        """Leads the route that has opened a page to another one; a refusal is returned."""
        outcome = self._session.rewrite(page_id, url, keeps_query=keeps_query)
        if isinstance(outcome, RouteFailure):
            return outcome
        self._carry_out(outcome)
        return None

    def leave(self) -> None:
        """Goes to the background; a program that does not run has nothing to leave."""
        if self._state.now == "running":
            self._leaving.keep_exit_state()
            self._carry_out(self._session.set_foreground(visible=False))
            self._state.enter("background")

    @property
    def is_left(self) -> bool:
        """Whether the program is in the background."""
        return self._state.now == "background"

    def come_back(self, arrival: Arrival = AS_BEFORE) -> None:
        """Out of the background, by way of a scene."""
        if self._state.now == "background":
            self._carry_out(self._session.set_foreground(visible=True, arrival=arrival))
            self._state.enter("running")
