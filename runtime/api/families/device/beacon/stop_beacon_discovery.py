"""wx.stopBeaconDiscovery."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.beacon.service import DONE, SOURCE, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.sensors import SENSORS
from runtime.api.ports.world import WORLD


def stop(call: Call, ports: HostPorts) -> None:
    """stopBeaconDiscovery."""
    world = ports[WORLD]
    if not world["beacon.searched"]:
        raise refusal("not startBeaconDiscovery")
    ports[SENSORS].stop(SOURCE)
    world.set("beacon.searched", [], "program")
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("stopBeaconDiscovery", stop, state="simulated"),)
