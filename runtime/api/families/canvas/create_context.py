"""wx.createContext, in `runtime/js/logic/api/canvas_functions.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createContext", is_quiet=True)
