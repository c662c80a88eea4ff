"""The program's network as the host keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.running.program import RunningProgram
from simulator.traffic.conditions import ConditionsName
from simulator.traffic.exchange import Body, Exchange, Frame
from simulator.traffic.log import TrafficLog


class LoggedNetwork:
    """What a log of traffic tells, as `ide.models.debug_target.Network` asks for it."""

    def __init__(self, log: TrafficLog) -> None:
        self._log = log

    def subscribe(self, subscriber: Callable[[Exchange], None]) -> Callable[[], None]:
        """To the log."""
        return self._log.subscribe(subscriber)

    def exchanges(self) -> Sequence[Exchange]:
        """All that the log has."""
        return self._log.exchanges()

    def frames(self, number: int) -> Sequence[Frame]:
        """As many as are kept."""
        return self._log.frames(number)

    def body(self, body: Body) -> bytes | None:
        """As it was kept."""
        return self._log.bodies.read(body)

    def clear(self) -> None:
        """The log begins anew."""
        self._log.clear()


class HostedNetwork(LoggedNetwork):
    """Implements `ide.models.debug_target.Network`, over all runs of the program."""

    def __init__(self, program: RunningProgram) -> None:
        super().__init__(program.network.log)
        self._program = program
        self._conditions = program.network.conditions

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
