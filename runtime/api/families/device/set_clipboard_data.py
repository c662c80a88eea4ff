"""wx.setClipboardData; the platform shows a toast by itself."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts

COPIED = {"title": "内容已复制", "icon": "success", "image": "", "duration": 1500, "mask": False}


def set_clipboard(call: Call, ports: HostPorts) -> None:
    """setClipboardData; the platform shows a toast by itself."""
    ports.clipboard.write(call.text("data"))
    ports.ui.show(call.request.page_id, "toast", COPIED)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setClipboardData", set_clipboard),)
