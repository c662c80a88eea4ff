"""wx.onBackgroundAudioPlay, in `runtime/js/logic/api/old_sounds.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("onBackgroundAudioPlay")
