"""A path of a canvas, in `runtime/js/logic/api/canvas_context_2d.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Path2D.*")
