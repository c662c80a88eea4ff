"""wx.getPerformance, in `runtime/js/logic/api/program_objects.js`: no entries are recorded."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("getPerformance", state="simulated")
