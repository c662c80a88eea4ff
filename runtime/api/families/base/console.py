"""The program's `console`, in `runtime/js/logic/base/console.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Console.*", is_quiet=True)
