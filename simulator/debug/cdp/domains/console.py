"""Console: switched on and off by old clients; what it would tell is told by Runtime and Log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.debug.cdp.commands import Command, Params, Reply, does_nothing
from simulator.debug.cdp.desk import Desk


class ConsoleDomain:
    """Of one client."""

    name = "Console"
    events: Sequence[str] = ("messageAdded",)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def commands(self) -> Mapping[str, Command[Any]]:
        """By name."""
        return {
            "enable": does_nothing(),
            "disable": does_nothing(),
            "clearMessages": Command(Params, self._clear),
        }

    def close(self) -> None:
        """Nothing is held."""

    def _clear(self, _params: Params, reply: Reply) -> None:
        self._desk.history.clear()
        reply.done()
