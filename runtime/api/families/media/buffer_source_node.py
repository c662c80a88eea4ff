"""BufferSourceNode, in `runtime/js/logic/api/web_audio_sources.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("BufferSourceNode.*", "BufferSourceNode.onended")
