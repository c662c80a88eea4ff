"""wx.postMessageToReferrerMiniProgram: who would hear it is not here, so the timeline alone does."""

from __future__ import annotations

from runtime.api.handler import Handler, in_logic

HANDLERS: tuple[Handler, ...] = (
    in_logic("postMessageToReferrerMiniProgram", lambda call, _ports: call.succeed(), state="simulated"),
)
