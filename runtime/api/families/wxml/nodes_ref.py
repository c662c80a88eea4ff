"""What a selector query selects, in `runtime/js/logic/api/selector_query.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("NodesRef.*")
