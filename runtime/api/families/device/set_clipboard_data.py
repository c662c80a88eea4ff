"""wx.setClipboardData; the platform shows a toast by itself."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clipboard import CLIPBOARD
from runtime.api.ports.ui import UI

COPIED = {"title": "内容已复制", "icon": "success", "image": "", "duration": 1500, "mask": False}


def set_clipboard(call: Call, ports: HostPorts) -> None:
    """setClipboardData; the platform shows a toast by itself."""
    ports[CLIPBOARD].write(call.text("data"))
    ports[UI].show(call.request.page_id, "toast", COPIED)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setClipboardData", set_clipboard),)
