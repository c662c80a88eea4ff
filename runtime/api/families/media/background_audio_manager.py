"""wx.getBackgroundAudioManager and its object, in `runtime/js/logic/api/audios.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("getBackgroundAudioManager", "BackgroundAudioManager.*")
