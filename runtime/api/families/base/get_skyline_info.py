"""wx.getSkylineInfo and its sync form."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import later, now
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts


def skyline(ports: LogicPorts) -> dict[str, Any]:
    """Pages are drawn by a web view."""
    return {"isSupported": False, "version": "", "reason": "not supported by Handset"}


HANDLERS: tuple[Handler, ...] = (
    now("getSkylineInfoSync", skyline),
    later("getSkylineInfo", skyline),
)
