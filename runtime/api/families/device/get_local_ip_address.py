"""wx.getLocalIPAddress."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_local_ip_address(call: Call, ports: HostPorts) -> None:
    """getLocalIPAddress."""
    world = ports[WORLD]
    call.succeed({"localip": world["network.localAddress"], "netmask": world["network.netmask"]})


HANDLERS: tuple[Handler, ...] = (in_host("getLocalIPAddress", get_local_ip_address, state="simulated"),)
