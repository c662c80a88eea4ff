"""`wx.worklet`, in `runtime/js/logic/api/worklets.js`; worklets run in the view (`runtime/js/view/worklet`)."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Worklet.*", is_quiet=True)
