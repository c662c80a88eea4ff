"""wx.connectWifi: to a network of the world, by its password."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.wifi import is_ready
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def connect_wifi(call: Call, ports: HostPorts) -> None:
    """connectWifi."""
    if not is_ready(call, ports):
        return
    world = ports[WORLD]
    network = next((one for one in world["wifi.networks"] if one["ssid"] == call.text("SSID")), None)
    if network is None:
        call.fail("invalid SSID", errCode=12008)
    elif network["password"] and network["password"] != call.text("password"):
        call.fail("wifi password error", errCode=12002)
    else:
        world.set("wifi.connected", network["ssid"], "program")
        call.succeed({"errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("connectWifi", connect_wifi, state="simulated"),)
