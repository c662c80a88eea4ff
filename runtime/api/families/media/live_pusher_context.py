"""wx.createLivePusherContext and its object: orders to the element, which shows what it would send. Make-up, filters
and stickers have nobody to be put on."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

METHODS = (
    "start", "stop", "pause", "resume", "startPreview", "stopPreview", "switchCamera", "toggleTorch", "setZoom",
    "getMaxZoom", "snapshot", "playBGM", "stopBGM", "pauseBGM", "resumeBGM", "setBGMVolume", "setMICVolume",
    "sendMessage", "exitPictureInPicture",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = in_js(
    "createLivePusherContext", *(f"LivePusherContext.{method}" for method in METHODS), state="simulated"
)
