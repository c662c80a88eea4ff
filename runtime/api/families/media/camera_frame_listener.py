"""What CameraContext.onCameraFrame gives, in `runtime/js/logic/api/camera_frames.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("CameraFrameListener.*", state="simulated")
