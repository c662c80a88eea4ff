"""wx.getUpdateManager and its object, in `runtime/js/logic/api/program_objects.js`: there is never a newer package."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = (
    *in_js("getUpdateManager", state="simulated"),
    *in_js("UpdateManager.*"),
)
