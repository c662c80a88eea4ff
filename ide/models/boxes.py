"""The boxes of an element in each other, from what was measured of it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ide.models.debug_target import Box

_SIDES = ("left", "top", "right", "bottom")
_KINDS = ("margin-{}", "border-{}-width", "padding-{}")
RINGS = tuple(kind.format(side) for kind in _KINDS for side in _SIDES)
"""What to ask for besides place and size."""


def boxes_of(measured: Mapping[str, Any], left: float, top: float) -> tuple[Box, ...]:
    """Margin, border, padding and content box of an element whose border box was measured, moved by (left, top)."""
    border = Box(measured["left"] + left, measured["top"] + top, measured["width"], measured["height"])
    margin, border_width, padding = ([_px(measured.get(kind.format(side))) for side in _SIDES] for kind in _KINDS)
    inner = _shrunk(border, border_width)
    return _shrunk(border, [-length for length in margin]), border, inner, _shrunk(inner, padding)


def _shrunk(box: Box, by: list[float]) -> Box:
    left, top, right, bottom = by
    width, height = max(0.0, box.width - left - right), max(0.0, box.height - top - bottom)
    return Box(box.left + left, box.top + top, width, height)


def _px(length: object) -> float:
    try:
        return float(str(length).removesuffix("px"))
    except ValueError:
        return 0.0
