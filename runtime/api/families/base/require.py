"""`require.async`, in `runtime/js/logic/modules/require.js`: all packages lie on the disk."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Require.async", is_quiet=True)
