"""wx.getPerformance and its object, in `runtime/js/logic/api/performance.js`: routes, first renders, scripts."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("getPerformance", "Performance.*", is_quiet=True)
