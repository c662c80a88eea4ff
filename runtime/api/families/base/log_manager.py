"""wx.getLogManager and its object, in `runtime/js/logic/api/program_objects.js`: it writes to the console."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("getLogManager", "LogManager.*", is_quiet=True)
