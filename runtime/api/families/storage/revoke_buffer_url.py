"""wx.revokeBufferURL."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("revokeBufferURL", state="unsupported")
