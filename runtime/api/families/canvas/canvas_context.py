"""wx.createCanvasContext and its object, in `runtime/js/logic/api/canvas_context_old.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createCanvasContext", "CanvasContext.*", is_quiet=True)
