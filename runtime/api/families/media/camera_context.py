"""wx.createCameraContext and its object: orders to the element, which shows a test card."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("createCameraContext", "CameraContext.*", state="simulated")
