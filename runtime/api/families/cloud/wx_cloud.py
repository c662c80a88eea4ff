"""wx.cloud: there is no cloud behind Handset, so every call fails (runtime/js/logic/api/cloud.js) and says why."""

from __future__ import annotations

from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = tuple(
    Handler(f"WxCloud.{name}", "logic", "unsupported", notice="api/no-cloud") for name in ("*", "database")
)
