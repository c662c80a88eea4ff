"""Calls of setData of a running program, told while somebody watches."""

from __future__ import annotations

from simulator.running.program import RunningProgram


class HostedUpdates:
    """Implements `ide.models.debug_target.Updates`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        self._watching: set[str] = set()

    def watch(self, who: str, *, is_on: bool) -> None:
        """From now on, and at each start."""
        (self._watching.add if is_on else self._watching.discard)(who)
        if bool(self._watching) != self._program.options.watches_set_data:
            self._program.change_options(watches_set_data=bool(self._watching))
