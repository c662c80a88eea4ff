"""wx.getClipboardData."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clipboard import CLIPBOARD


def get_clipboard(call: Call, ports: HostPorts) -> None:
    """getClipboardData."""
    call.succeed({"data": ports[CLIPBOARD].read()})


HANDLERS: tuple[Handler, ...] = (in_host("getClipboardData", get_clipboard),)
