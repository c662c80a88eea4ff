"""wx.loadFontFace, in `runtime/js/logic/api/fonts.js`. Source: reference, loadFontFace."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("loadFontFace")
