"""What the world decides of calls (`answers.outcomes`): they are answered without their handler.

Values that a handler answers with (the place, the test user) and who answers its dialogs are asked by the handler
(`ports.world`, `simulation.ask_person`); scopes are the stage behind this one (`permission.py`).
"""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.interceptor import GoOn
from runtime.api.interceptors.outcomes import end_with
from runtime.api.registry import Entry, Registry
from runtime.api.report import ReportPort
from runtime.world.groups.answers import outcomes_of
from runtime.world.world import World


class WorldOutcomes:
    """The interceptor. The world is asked at each call, so that a change counts at once."""

    patience_ms = 0

    def __init__(self, registry: Registry, world: World, report: ReportPort) -> None:
        self._registry = registry
        self._world = world
        self._report = report

    @property
    def names(self) -> frozenset[str] | None:
        """The calls whose outcome is decided."""
        return frozenset(outcomes_of(self._world.state))

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        """Ends the call as decided; the console says if that cannot be handed over, and the call fails."""
        decided = outcomes_of(self._world.state).get(call.request.name)
        if decided is None:
            return go_on()
        is_failure = decided.fail is not None
        outcome = ApiFailure(decided.fail or "", decided.errno) if is_failure else decided.result
        if wrong := end_with(call, entry, outcome):
            self._report.notice("api/outcome-unusable", {"api": call.request.name, "why": wrong})
            call.fail("outcome unusable")

    def tell_unknown(self) -> None:
        """Says which of the names are no API."""
        for name in sorted(outcomes_of(self._world.state)):
            if self._registry.find(name) is None:
                self._report.notice("api/outcome-unknown", {"api": name})
