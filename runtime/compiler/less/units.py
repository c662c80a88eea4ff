"""Calculating with numbers, units and colours."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from runtime.compiler.less.nodes import Color, Dimension

_SCALES: tuple[Mapping[str, float], ...] = (
    {"m": 1, "cm": 0.01, "mm": 0.001, "in": 0.0254, "px": 0.0254 / 96, "pt": 0.0254 / 72, "pc": 0.0254 / 72 * 12},
    {"s": 1, "ms": 0.001},
    {"rad": 1 / (2 * math.pi), "deg": 1 / 360, "grad": 1 / 400, "turn": 1},
)


def convert(number: Dimension, unit: str) -> Dimension | None:
    """The number in another unit; None if there is no way from one to the other."""
    if number.unit == unit:
        return number
    for scale in _SCALES:
        if number.unit in scale and unit in scale:
            return Dimension(number.value * scale[number.unit] / scale[unit], unit)
    return None


def calculate(operator: str, left: Dimension, right: Dimension) -> Dimension:
    """Units are those of the left side, or of the right one if that has none. Raises ZeroDivisionError."""
    if operator in "+-" and left.unit and right.unit:
        right = convert(right, left.unit) or right
    return Dimension(_apply(operator, left.value, right.value), left.unit or right.unit)


def calculate_color(operator: str, left: Color, right: Color) -> Color:
    """Channel by channel."""
    channels = (_apply(operator, *pair) for pair in zip(left.channels, right.channels, strict=True))
    alpha = left.alpha * (1 - right.alpha) + right.alpha
    return Color.of((min(255.0, max(0.0, channel)) for channel in channels), alpha)


def _apply(operator: str, left: float, right: float) -> float:
    if operator == "/":
        return left / right
    return _OPERATIONS[operator](left, right)


_OPERATIONS: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
}


def compare(left: Dimension, right: Dimension) -> int | None:
    """-1, 0 or 1; None if the units have nothing to do with each other."""
    if left.unit and right.unit:
        converted = convert(right, left.unit)
        if converted is None:
            return None
        right = converted
    return (left.value > right.value) - (left.value < right.value)
