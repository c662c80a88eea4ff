"""wx.getScreenBrightness."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_brightness(call: Call, ports: HostPorts) -> None:
    """getScreenBrightness."""
    call.succeed({"value": ports[WORLD]["screen.brightness"]})


HANDLERS: tuple[Handler, ...] = (in_host("getScreenBrightness", get_brightness, state="simulated"),)
