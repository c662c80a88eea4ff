"""wx.drawCanvas, in `runtime/js/logic/api/canvas_functions.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("drawCanvas", is_quiet=True)
