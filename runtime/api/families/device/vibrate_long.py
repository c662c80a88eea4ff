"""wx.vibrateLong."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts


def vibrate(call: Call, ports: HostPorts) -> None:
    """Shows a long vibration."""
    ports.phone.vibrate("long")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("vibrateLong", vibrate),)
