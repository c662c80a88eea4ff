"""wx.createMediaRecorder and its object, in `runtime/js/logic/api/media_recorder.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createMediaRecorder", "MediaRecorder.*")
