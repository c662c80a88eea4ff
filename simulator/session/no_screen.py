"""What the logic layer's questions to a page's view are answered with where there is no screen: every element is
empty and stands at the top left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_RECT = ("left", "top", "right", "bottom", "width", "height")
_SCROLL = ("scrollLeft", "scrollTop", "scrollWidth", "scrollHeight")


def nowhere(call: Mapping[str, Any]) -> Any:
    """The answer to a `ViewRequest`."""
    if call["name"] != "query":
        return {}
    return [_box(request) for request in call["requests"]]


def _box(request: Mapping[str, Any]) -> Any:
    nodes, fields = request.get("nodes"), request.get("fields") or {}
    if nodes is None:
        return [] if request.get("all") else None
    names = [*(_RECT if fields.get("rect") else ()), *(_SCROLL if fields.get("scrollOffset") else ())]
    if fields.get("size"):
        names += ["width", "height"]
    box = dict.fromkeys(names, 0)
    return [dict(box) for _ in nodes] if request.get("all") else box
