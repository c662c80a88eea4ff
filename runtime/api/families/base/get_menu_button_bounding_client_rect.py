"""wx.getMenuButtonBoundingClientRect."""

from __future__ import annotations

from typing import Any

from runtime.api.families.base.device_facts import now
from runtime.api.handler import Handler
from runtime.api.logic_ports import LogicPorts

RECT_KEYS = ("bottom", "height", "left", "right", "top", "width")


def menu_button(ports: LogicPorts) -> dict[str, Any]:
    """The capsule's rectangle."""
    rect = ports.device.snapshot().get("menuButton", {})
    return {key: rect.get(key, 0) for key in RECT_KEYS}


HANDLERS: tuple[Handler, ...] = (now("getMenuButtonBoundingClientRect", menu_button),)
