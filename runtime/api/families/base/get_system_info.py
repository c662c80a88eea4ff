"""wx.getSystemInfo in its three forms."""

from __future__ import annotations

from runtime.api.families.base.device_facts import later, members, now
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = (
    now("getSystemInfoSync", members("SystemInfo")),
    later("getSystemInfo", members("SystemInfo")),
    later("getSystemInfoAsync", members("SystemInfo")),
)
