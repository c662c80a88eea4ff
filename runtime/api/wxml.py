"""Queries and observers of nodes, and animations: done by `runtime/js/logic/api` with the view, without Python."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js
from runtime.api.spec import catalogue

OBJECTS = (
    "SelectorQuery", "NodesRef", "IntersectionObserver", "MediaQueryObserver", "Animation", "UpdateManager",
    "LogManager", "RealtimeLogManager", "EventChannel",
)  # fmt: skip

HANDLERS: tuple[Handler, ...] = (
    *in_js("pageScrollTo", "createAnimation", "createSelectorQuery", "createIntersectionObserver"),
    *in_js(*(f"{name}.{method}" for name in OBJECTS for method in catalogue().objects[name].methods)),
)
