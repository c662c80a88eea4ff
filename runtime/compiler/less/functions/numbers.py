"""Mathematical functions."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from runtime.compiler.less.functions.arguments import BadArgument, Function, dimension, text
from runtime.compiler.less.nodes import Dimension, Listed, Node, Spaced
from runtime.compiler.less.units import convert

_MOST_DIGITS = 100


def _each(change: Callable[[float], float], unit: str | None = None) -> Function:
    def apply(value: Node) -> Dimension:
        found = dimension(value)
        try:
            return Dimension(change(found.value), found.unit if unit is None else unit)
        except ValueError as error:
            raise BadArgument("number") from error

    return apply


def _of_angle(function: Callable[[float], float]) -> Function:
    def apply(value: Node) -> Dimension:
        found = dimension(value)
        radians = convert(found, "rad") if found.unit else found
        return Dimension(function(radians.value if radians is not None else found.value))

    return apply


def round_number(value: Node, places: Node = Dimension(0)) -> Dimension:  # noqa: B008
    """Halves go up."""
    found, digits = dimension(value), int(dimension(places).value)
    if abs(digits) > _MOST_DIGITS:
        raise BadArgument("number")
    scale = 10**digits
    return Dimension(math.floor(found.value * scale + 0.5) / scale, found.unit)


def percentage(value: Node) -> Dimension:
    """`0.5` → `50%`."""
    return Dimension(dimension(value).value * 100, "%")


def mod(value: Node, divisor: Node) -> Dimension:
    """The remainder, with the sign of the first."""
    found, by = dimension(value), dimension(divisor)
    return Dimension(math.fmod(found.value, by.value) if by.value else math.nan, found.unit)


def power(base: Node, exponent: Node) -> Dimension:
    """The first to the power of the second."""
    found = dimension(base)
    try:
        return Dimension(float(found.value ** dimension(exponent).value), found.unit)
    except (OverflowError, ZeroDivisionError, TypeError) as error:
        raise BadArgument("number") from error


def unit(value: Node, name: Node | None = None) -> Dimension:
    """The number with another unit, or without one."""
    return Dimension(dimension(value).value, text(name) if name is not None else "")


def to_unit(value: Node, name: Node) -> Dimension:
    """The number converted to a unit."""
    found = dimension(value)
    return convert(found, text(name)) or found


def _extreme(*, is_max: bool) -> Function:
    def choose(*values: Node) -> Dimension | None:
        items: list[Node] = []
        for value in values:
            items += value.items if isinstance(value, (Spaced, Listed)) else [value]
        best: Dimension | None = None
        for item in items:
            if not isinstance(item, Dimension):
                return None
            if best is None:
                best = item
                continue
            other = convert(item, best.unit) if item.unit and best.unit else item
            if other is None:
                return None  # left to CSS
            if (other.value > best.value) if is_max else (other.value < best.value):
                best = Dimension(item.value, item.unit or best.unit)
        return best

    return choose


FUNCTIONS: Mapping[str, Function] = {
    "ceil": _each(math.ceil),
    "floor": _each(math.floor),
    "sqrt": _each(math.sqrt),
    "abs": _each(abs),
    "tan": _of_angle(math.tan),
    "sin": _of_angle(math.sin),
    "cos": _of_angle(math.cos),
    "atan": _each(math.atan, "rad"),
    "asin": _each(math.asin, "rad"),
    "acos": _each(math.acos, "rad"),
    "round": round_number,
    "percentage": percentage,
    "mod": mod,
    "pow": power,
    "pi": lambda: Dimension(math.pi),
    "unit": unit,
    "convert": to_unit,
    "min": _extreme(is_max=False),
    "max": _extreme(is_max=True),
}
