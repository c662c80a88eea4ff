"""wx.getPluginUpdateManager: as of the program, in `runtime/js/logic/api/program_objects.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = (
    *in_js("getPluginUpdateManager", state="simulated"),
    *in_js("PluginUpdateManager.*", state="simulated"),
)
