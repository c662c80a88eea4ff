"""Calls of setData of a running program, told while somebody watches."""

from __future__ import annotations

from simulator.running.program import RunningProgram


class HostedUpdates:
    """Implements `ide.models.debug_target.Updates`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program

    def watch(self, *, is_on: bool) -> None:
        """From now on, and at each start."""
        if is_on != self._program.options.watches_set_data:
            self._program.change_options(watches_set_data=is_on)
