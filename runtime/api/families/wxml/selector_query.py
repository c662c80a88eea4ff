"""wx.createSelectorQuery and its object, in `runtime/js/logic/api/selector_query.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createSelectorQuery", "SelectorQuery.*", is_quiet=True)
