"""wx.checkIsOpenAccessibility."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def check_is_open_accessibility(call: Call, ports: HostPorts) -> None:
    """checkIsOpenAccessibility."""
    call.succeed({"open": ports[WORLD]["system.isAccessibilityOn"]})


HANDLERS: tuple[Handler, ...] = (in_host("checkIsOpenAccessibility", check_is_open_accessibility, state="simulated"),)
