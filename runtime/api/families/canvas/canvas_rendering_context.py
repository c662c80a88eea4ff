"""The 2d context of a canvas, in `runtime/js/logic/api/canvas_context_2d.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

PARTS = (
    "CanvasDrawImage", "CanvasDrawPath", "CanvasFillStrokeStyles", "CanvasGradient", "CanvasImageData", "CanvasPath",
    "CanvasPathDrawingStyles", "CanvasPattern", "CanvasRect", "CanvasRenderingContext2D", "CanvasState", "CanvasText",
    "CanvasTransform",
)  # fmt: skip
"""What CanvasRenderingContext2D is made of in the catalogue."""

HANDLERS: tuple[Handler, ...] = in_js(*(f"CanvasRenderingContext.{part}.*" for part in PARTS))
