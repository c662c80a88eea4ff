"""wx.setWifiList: an iPhone's list takes signal and password from the program; the world's list stays as it is."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.wifi import is_ready
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def set_wifi_list(call: Call, ports: HostPorts) -> None:
    """setWifiList."""
    if is_ready(call, ports):
        call.succeed({"errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("setWifiList", set_wifi_list, state="simulated"),)
