"""`requirePlugin.async`, in `runtime/js/logic/modules/require.js`: a plug-in is there if its source is."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("RequirePlugin.async", is_quiet=True)
