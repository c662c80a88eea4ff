"""What the host keeps of one program's network: all that passes, and how good it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.traffic.conditions import Conditions
from simulator.traffic.log import TrafficLog
from simulator.traffic.view_files import WebFiles


@dataclass(frozen=True, slots=True)
class NetworkSide:
    """Over all runs of the program."""

    log: TrafficLog = field(default_factory=TrafficLog)
    conditions: Conditions = field(default_factory=Conditions)

    @property
    def web(self) -> WebFiles:
        """What pages get from the web."""
        return WebFiles(self.log, self.conditions)
