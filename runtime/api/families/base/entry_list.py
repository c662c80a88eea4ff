"""What observers of wx.getPerformance get, in `runtime/js/logic/api/performance.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("EntryList.*", is_quiet=True)
