"""wx.getConnectedWifi."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.wifi import is_ready
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.world.groups.wifi import connected


def get_connected_wifi(call: Call, ports: HostPorts) -> None:
    """getConnectedWifi."""
    if not is_ready(call, ports):
        return
    network = connected(ports[WORLD].state)
    if network is None:
        call.fail("not connected", errCode=12010)
    else:
        call.succeed({"wifi": {"SSID": network["SSID"]} if call.flag("partialInfo") else network, "errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("getConnectedWifi", get_connected_wifi, state="simulated"),)
