"""wx.offCopyUrl: what the capsule's *Copy Link* asks, in `runtime/js/logic/pages/page_asks.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("offCopyUrl", state="simulated")
