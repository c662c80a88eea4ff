"""wx.createBufferURL."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createBufferURL", state="unsupported")
