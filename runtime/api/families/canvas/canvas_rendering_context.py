"""The contexts of a canvas, in `runtime/js/logic/api/canvas_context_2d.js` and `webgl_context.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

PARTS = (
    "CanvasDrawImage", "CanvasDrawPath", "CanvasFillStrokeStyles", "CanvasGradient", "CanvasImageData", "CanvasPath",
    "CanvasPathDrawingStyles", "CanvasPattern", "CanvasRect", "CanvasRenderingContext2D", "CanvasState", "CanvasText",
    "CanvasTransform",
)  # fmt: skip
"""What CanvasRenderingContext2D is made of in the catalogue."""
WEBGL_PARTS = (
    "ANGLE_instanced_arrays", "OES_draw_buffers_indexed", "OES_vertex_array_object", "OVR_multiview2",
    "WEBGL_compressed_texture_astc", "WEBGL_debug_shaders", "WEBGL_draw_buffers", "WEBGL_lose_context",
    "WEBGL_multi_draw", "WebGL2RenderingContextBase", "WebGL2RenderingContextOverloads", "WebGLRenderingContextBase",
    "WebGLRenderingContextOverloads",
)  # fmt: skip
"""Those of WebGL. An extension that the graphics driver has not is null, as on a phone."""

HANDLERS: tuple[Handler, ...] = in_js(*(f"CanvasRenderingContext.{part}.*" for part in (*PARTS, *WEBGL_PARTS)))
