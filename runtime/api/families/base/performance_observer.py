"""The observers of wx.getPerformance, in `runtime/js/logic/api/performance.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("PerformanceObserver.*", is_quiet=True)
