"""wx.stopWifi."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def stop_wifi(call: Call, ports: HostPorts) -> None:
    """stopWifi."""
    ports[WORLD].set("wifi.isStarted", False, "program")
    call.succeed({"errCode": 0})


HANDLERS: tuple[Handler, ...] = (in_host("stopWifi", stop_wifi, state="simulated"),)
