"""`wx.router`, in `runtime/js/logic/api/custom_routes.js`; the view drives the routes (`runtime/js/view/worklet`)."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Router.*", is_quiet=True)
