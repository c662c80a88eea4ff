"""What the host keeps of one program's network: all that passes, and how good it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.traffic.conditions import Conditions
from simulator.traffic.log import TrafficLog


@dataclass(frozen=True, slots=True)
class NetworkSide:
    """Over all runs of the program."""

    log: TrafficLog = field(default_factory=TrafficLog)
    conditions: Conditions = field(default_factory=Conditions)
