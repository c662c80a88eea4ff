"""wx.getLocation: the place of the world."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_location(call: Call, ports: HostPorts) -> None:
    """getLocation."""
    location = dict(ports[WORLD].payload("location"))
    if not call.flag("altitude"):
        location["altitude"] = 0
    call.succeed(location)


HANDLERS: tuple[Handler, ...] = (in_host("getLocation", get_location, state="simulated"),)
