"""wx.createWebAudioContext and its object, in `runtime/js/logic/api/web_audio.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createWebAudioContext", "WebAudioContext.*", "WebAudioContext.onstatechange")
