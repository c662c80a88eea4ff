"""wx.createLivePlayerContext and its object: orders to the element, which shows a test card. There is nothing near the
desk that a stream could be cast to."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

METHODS = (
    "play", "stop", "mute", "pause", "resume", "requestFullScreen", "exitFullScreen", "snapshot",
    "requestBackgroundPlayback", "exitBackgroundPlayback", "exitPictureInPicture",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = in_js(
    "createLivePlayerContext", *(f"LivePlayerContext.{method}" for method in METHODS), state="simulated"
)
