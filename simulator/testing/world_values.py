"""World values by name, as a test sets them: `world["battery.level"] = 5`. They hold for this test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from runtime.world.world_list import WorldError
from simulator.testing.failure import TestFailure
from simulator.testing.run import Run

__tracebackhide__ = True


class WorldValues:
    """Of one run; what the run was begun with comes back with `reset`."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._first = dict(run.program.world.state.played)

    def __getitem__(self, name: str) -> Any:
        try:
            return self._run.program.world[name]
        except WorldError as error:
            raise TestFailure(str(error)) from None

    def __setitem__(self, name: str, value: Any) -> None:
        self.update({name: value})

    def __iter__(self) -> Iterator[str]:
        return iter(self._run.program.world.known.values)

    def update(self, values: Mapping[str, Any]) -> None:
        """Sets several at once."""
        try:
            self._run.program.world.set_all(values, "automation")
        except WorldError as error:
            raise TestFailure(str(error)) from None

    def fire(self, event: str, detail: Mapping[str, Any] | None = None) -> None:
        """Something happens: `world.fire("shake")`; see resources/docs/world-values.md."""
        try:
            self._run.program.world.fire(event, detail or {}, "automation")
        except WorldError as error:
            raise TestFailure(str(error)) from None

    def reset(self) -> None:
        """As at the beginning."""
        world = self._run.program.world
        changed = [name for name in world.state.played if name not in self._first]
        world.reset(changed, "automation")
        world.set_all(self._first, "automation")
