"""The channel between a page and the one it opens, in `runtime/js/logic/api/event_channel.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("EventChannel.*")
