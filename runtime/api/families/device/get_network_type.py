"""wx.getNetworkType."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def network_type(call: Call, ports: HostPorts) -> None:
    """getNetworkType."""
    world = ports[WORLD]
    strength, has_proxy = world["network.signal"], world["network.hasProxy"]
    call.succeed({**world.payload("networkWeak"), "signalStrength": strength, "hasSystemProxy": has_proxy})


HANDLERS: tuple[Handler, ...] = (in_host("getNetworkType", network_type),)
