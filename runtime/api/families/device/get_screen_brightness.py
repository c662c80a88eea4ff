"""wx.getScreenBrightness."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts


def get_brightness(call: Call, ports: HostPorts) -> None:
    """getScreenBrightness."""
    call.succeed({"value": ports.phone.brightness()})


HANDLERS: tuple[Handler, ...] = (in_host("getScreenBrightness", get_brightness, state="simulated"),)
