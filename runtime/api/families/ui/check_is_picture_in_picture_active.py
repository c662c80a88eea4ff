"""wx.checkIsPictureInPictureActive, in `runtime/js/logic/api/own_functions.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("checkIsPictureInPictureActive")
