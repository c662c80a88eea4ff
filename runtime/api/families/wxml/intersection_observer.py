"""wx.createIntersectionObserver and its object, in `runtime/js/logic/api/observers.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createIntersectionObserver", "IntersectionObserver.*", is_quiet=True)
