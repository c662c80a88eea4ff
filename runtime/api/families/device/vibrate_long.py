"""wx.vibrateLong."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.phone import PHONE


def vibrate(call: Call, ports: HostPorts) -> None:
    """Shows a long vibration."""
    ports[PHONE].vibrate("long")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("vibrateLong", vibrate),)
