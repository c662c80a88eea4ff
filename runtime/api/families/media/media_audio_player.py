"""wx.createMediaAudioPlayer and its object, in `runtime/js/logic/api/media_audio_player.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createMediaAudioPlayer", "MediaAudioPlayer.*")
