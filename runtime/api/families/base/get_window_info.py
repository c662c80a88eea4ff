"""wx.getWindowInfo."""

from __future__ import annotations

from runtime.api.families.base.device_facts import members, now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (now("getWindowInfo", members("WindowInfo")),)
