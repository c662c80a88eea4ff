"""wx.setKeepScreenOn."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def keep_screen_on(call: Call, ports: HostPorts) -> None:
    """setKeepScreenOn."""
    ports[WORLD].set("screen.isKeptOn", call.flag("keepScreenOn"), "program")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setKeepScreenOn", keep_screen_on, state="simulated"),)
