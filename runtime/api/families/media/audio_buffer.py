"""AudioBuffer, in `runtime/js/logic/api/web_audio_buffers.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("AudioBuffer.*")
