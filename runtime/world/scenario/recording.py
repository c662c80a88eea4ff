"""Records what happens in a world, by whatever door, as a scenario that plays the same again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runtime.world.scenario.read import as_text
from runtime.world.world import Happening, World

MOST_STEPS = 100_000


class Recording:
    """From now on until `stop`. `now_ms` is a clock that only grows."""

    def __init__(self, world: World, now_ms: Callable[[], float]) -> None:
        self._now_ms = now_ms
        self._began_ms = now_ms()
        differing = {name: value for name, value in world.state.items() if value != world.known.defaults[name]}
        self.steps: list[dict[str, Any]] = [{"at": 0, "set": differing}] if differing else []
        self._forget = world.subscribe(self._happened)

    def stop(self) -> str:
        """The text of the scenario file."""
        self._forget()
        return as_text({"steps": self.steps, "duration": round(self._now_ms() - self._began_ms)})

    def _happened(self, happening: Happening) -> None:
        if len(self.steps) >= MOST_STEPS:
            return
        at = round(self._now_ms() - self._began_ms)
        if happening.event:
            detail = {"with": dict(happening.detail)} if happening.detail else {}
            self.steps.append({"at": at, "fire": happening.event, **detail})
        elif happening.after:
            self.steps.append({"at": at, "set": dict(happening.after)})
