"""wx.createVideoDecoder and its object, in `runtime/js/logic/api/video_decoder.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createVideoDecoder", "VideoDecoder.*")
