"""`wx.worklet.scrollViewContext`, in `runtime/js/logic/api/worklets.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("WorkletScrollViewContext.*", is_quiet=True)
