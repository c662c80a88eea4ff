"""wx.getClipboardData."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts


def get_clipboard(call: Call, ports: HostPorts) -> None:
    """getClipboardData."""
    call.succeed({"data": ports.clipboard.read()})


HANDLERS: tuple[Handler, ...] = (in_host("getClipboardData", get_clipboard),)
