"""Plays a scenario to a world, by whatever clock it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from runtime.world.scenario.model import Scenario
from runtime.world.scenario.timeline import Act, acts
from runtime.world.world import World

MOST_BEHIND_MS = 60_000

After = Callable[[int, Callable[[], None]], object]


class Player:
    """`after` runs a task so many milliseconds later, `now_ms` is a clock that only grows. `ended` hears when it is
    over by itself."""

    def __init__(self, world: World, after: After, now_ms: Callable[[], float], ended: Callable[[], object]) -> None:
        self._world = world
        self._after = after
        self._now_ms = now_ms
        self._ended = ended
        self._coming: Iterator[Act] | None = None
        self._next: Act | None = None
        self._began_ms = 0.0

    @property
    def is_playing(self) -> bool:
        """Whether something is still to come."""
        return self._coming is not None

    def play(self, scenario: Scenario) -> None:
        """From its beginning; what was played before ends. What it does at once is done when this returns."""
        self._coming = acts(scenario)
        self._next = next(self._coming, None)
        self._began_ms = self._now_ms()
        self._go_on(self._coming)

    def stop(self) -> None:
        """No more of it; what is set stays."""
        self._coming = self._next = None

    def _go_on(self, coming: Iterator[Act]) -> None:
        if coming is not self._coming:
            return
        elapsed_ms = self._now_ms() - self._began_ms
        if self._next is not None and elapsed_ms - self._next.at_ms > MOST_BEHIND_MS:
            # The computer has slept: nobody wants to see hours go by in a moment.
            self._began_ms += elapsed_ms - self._next.at_ms
            elapsed_ms = self._next.at_ms
        late: Act | None = None
        while self._next is not None and self._next.at_ms <= elapsed_ms:
            # Of samples that come late together, as after a sleep, each would be told for nothing.
            if late is not None and (late.event or not late.values.keys() <= self._next.values.keys()):
                self._do(late)
            late, self._next = self._next, next(coming, None)
        if late is not None:
            self._do(late)
        if coming is not self._coming:
            return
        if self._next is None:
            self.stop()
            self._ended()
        else:
            wait_ms = self._next.at_ms - (self._now_ms() - self._began_ms)
            self._after(max(0, round(wait_ms)), lambda: self._go_on(coming))

    def _do(self, act: Act) -> None:
        if act.values:
            self._world.set_all(act.values, "scenario")
        if act.event:
            self._world.fire(act.event, act.detail, "scenario")
