"""wx.createAnimation and its object, in `runtime/js/logic/api/animation.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createAnimation", "Animation.*", is_quiet=True)
