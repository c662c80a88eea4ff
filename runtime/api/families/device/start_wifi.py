"""wx.startWifi."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def start_wifi(call: Call, ports: HostPorts) -> None:
    """startWifi."""
    ports[WORLD].set("wifi.isStarted", True, "program")
    call.succeed({"errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("startWifi", start_wifi, state="simulated"),)
