"""Canvases: drawing is done by `runtime/js/logic/api` with the view; the file of a canvas's picture is written here.

Source: reference, canvas.
"""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call, as_bytes
from runtime.api.handler import Handler, in_js, in_logic
from runtime.api.ports import LogicPorts
from runtime.api.spec import catalogue
from runtime.private_files import write_private

OBJECTS = ("Canvas", "OffscreenCanvas", "CanvasContext", "CanvasGradient", "Path2D")

CONTEXT_PARTS = (
    "CanvasDrawImage", "CanvasDrawPath", "CanvasFillStrokeStyles", "CanvasGradient", "CanvasImageData", "CanvasPath",
    "CanvasPathDrawingStyles", "CanvasPattern", "CanvasRect", "CanvasRenderingContext2D", "CanvasState", "CanvasText",
    "CanvasTransform",
)  # fmt: skip
"""What CanvasRenderingContext2D is made of in the catalogue."""


def to_temp_file(call: Call, ports: LogicPorts) -> None:
    """canvasToTempFilePath: `data` is the picture that the view has made."""
    data = as_bytes(call.args.get("data"))
    if data is None:
        raise ApiFailure("canvas is empty")
    path, kept = ports.areas.new_file("tmp", f".{call.text('fileType', 'png')}")
    write_private(kept, data)
    call.succeed({"tempFilePath": path})


def _methods(objects: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{name}.{method}" for name in objects for method in catalogue().objects[name].methods)


HANDLERS: tuple[Handler, ...] = (
    in_logic("canvasToTempFilePath", to_temp_file),
    *in_js("createCanvasContext", "createOffscreenCanvas", "canvasGetImageData", "canvasPutImageData"),
    *in_js("createContext", "drawCanvas"),
    *in_js(*_methods(OBJECTS)),
    *in_js(*_methods(tuple(f"CanvasRenderingContext.{part}" for part in CONTEXT_PARTS))),
)
