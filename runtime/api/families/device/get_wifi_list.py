"""wx.getWifiList: the list comes to the listeners of onGetWifiList."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.wifi import is_ready
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.world.groups.wifi import info


def get_wifi_list(call: Call, ports: HostPorts) -> None:
    """getWifiList."""
    if is_ready(call, ports):
        call.succeed({"errCode": 0})
        networks = [info(one) for one in ports[WORLD]["wifi.networks"]]
        ports[WORLD].tell("wifiList", {"wifiList": networks})


HANDLERS: tuple[Handler, ...] = (in_host("getWifiList", get_wifi_list, state="simulated"),)
