"""The object of a `scroll-view`, which a selector query hands out: orders to the element, in
`runtime/js/logic/api/node_objects.js`."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("ScrollViewContext.*")
