"""wx.getBeacons: those that the search has found."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.beacon.service import DONE, SOURCE, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def found(call: Call, ports: HostPorts) -> None:
    """getBeacons."""
    world = ports[WORLD]
    if not world["beacon.searched"]:
        raise refusal("not startBeaconDiscovery")
    call.succeed({**DONE, **world.payload(SOURCE)})


HANDLERS: tuple[Handler, ...] = (in_host("getBeacons", found, state="simulated"),)
