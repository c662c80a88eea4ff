"""wx.createOffscreenCanvas and its object, in `runtime/js/logic/api/canvas.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createOffscreenCanvas", "OffscreenCanvas.*", is_quiet=True)
