"""wx.setScreenBrightness."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def set_brightness(call: Call, ports: HostPorts) -> None:
    """setScreenBrightness."""
    value = call.number("value", -1)
    if not 0 <= value <= 1:
        raise ApiFailure("parameter error: parameter.value should be between 0 and 1")
    ports[WORLD].set("screen.brightness", value, "program")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setScreenBrightness", set_brightness, state="simulated"),)
