"""wx.createVideoContext and its object: orders to the element, in `runtime/js/logic/api/element_contexts.js`. There is
nothing near the desk that a video could be cast to."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

METHODS = (
    "play", "pause", "stop", "seek", "playbackRate", "sendDanmu", "requestFullScreen", "exitFullScreen",
    "showStatusBar", "hideStatusBar", "requestBackgroundPlayback", "exitBackgroundPlayback", "exitPictureInPicture",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = in_js("createVideoContext", *(f"VideoContext.{method}" for method in METHODS))
