"""What the logic layer's questions to a page's view are answered with where there is no screen: every element is
empty and stands at the top left; of pictures, maps and what has been typed into an editor nobody knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_RECT = ("left", "top", "right", "bottom", "width", "height")
_SCROLL = ("scrollLeft", "scrollTop", "scrollWidth", "scrollHeight")


_DRAWN = frozenset({"export", "pixels", "url", "record"})
"""Jobs of a canvas that are answered with what it shows."""
_SHOWN = frozenset({
    "frame", "takePhoto", "stopRecord", "snapshot", "getCenterLocation", "getRegion", "getScale", "getRotate",
    "getSkew", "toScreenLocation", "fromScreenLocation", "getContents", "getSelectionText",
})  # fmt: skip
"""Methods of contexts of components that are answered with what these show."""


class NotSeen(Exception):
    """Only a screen could answer."""


def nowhere(call: Mapping[str, Any]) -> Any:
    """The answer to a `ViewRequest`. Raises NotSeen."""
    match call:
        case {"name": "query", "requests": requests}:
            return [_box(request) for request in requests]
        case {"name": "canvas", "jobs": [*_, [str() as job, *_]]} if job in _DRAWN:
            raise NotSeen(job)
        case {"name": "element", "call": {"name": "invoke", "method": method}} if method in _SHOWN:
            raise NotSeen(method)
        case _:
            return {}


def _box(request: Mapping[str, Any]) -> Any:
    nodes, fields = request.get("nodes"), request.get("fields") or {}
    if nodes is None:
        return [] if request.get("all") else None
    names = [*(_RECT if fields.get("rect") else ()), *(_SCROLL if fields.get("scrollOffset") else ())]
    if fields.get("size"):
        names += ["width", "height"]
    box = dict.fromkeys(names, 0)
    return [dict(box) for _ in nodes] if request.get("all") else box
