"""What the host keeps of one program's network: all that passes, and how good it is."""

from __future__ import annotations

from runtime.world.world import World, new_world
from simulator.traffic.conditions import Conditions
from simulator.traffic.log import TrafficLog
from simulator.traffic.view_files import WebFiles


class NetworkSide:
    """Over all runs of the program. How good the network is, is said by its world."""

    def __init__(self, world: World | None = None) -> None:
        self.log = TrafficLog()
        self.conditions = Conditions(world or new_world())

    @property
    def web(self) -> WebFiles:
        """What pages get from the web."""
        return WebFiles(self.log, self.conditions)
