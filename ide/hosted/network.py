"""The program's network as the host keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.running.program import RunningProgram
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Body, Exchange, Frame


class HostedNetwork:
    """Implements `ide.models.debug_target.Network`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program
        self._log, self._conditions = program.network.log, program.network.conditions

    def subscribe(self, subscriber: Callable[[Exchange], None]) -> Callable[[], None]:
        """To the log."""
        return self._log.subscribe(subscriber)

    def exchanges(self) -> Sequence[Exchange]:
        """Over all runs of the program."""
        return self._log.exchanges()

    def frames(self, number: int) -> Sequence[Frame]:
        """As many as are kept."""
        return self._log.frames(number)

    def body(self, body: Body) -> bytes | None:
        """From the disk."""
        return self._log.bodies.read(body)

    def clear(self) -> None:
        """For good."""
        self._log.clear()

    def replay(self, exchange: Exchange) -> str:
        """The program hears nothing of it."""
        return self._program.api.replay(exchange)

    @property
    def conditions(self) -> ConditionsName:
        """As chosen."""
        return self._conditions.name

    def set_conditions(self, name: ConditionsName) -> None:
        """For what is sent from now on."""
        self._conditions.become(name)

    @property
    def blocked(self) -> Sequence[str]:
        """As written."""
        return self._conditions.blocked

    def block(self, patterns: Sequence[str]) -> None:
        """For what is sent from now on."""
        self._conditions.block(patterns)
