"""Functions that make colours, read their channels, change and blend them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from runtime.compiler.less.color_math import (
    Hsl,
    byte,
    changed,
    clamp,
    from_hsl,
    from_hsv,
    luma,
    shifted,
    to_hsl,
    to_hsv,
)
from runtime.compiler.less.functions.arguments import BadArgument, Function, channel, color, dimension, number
from runtime.compiler.less.nodes import Anonymous, Color, Dimension, Node, Operation, Quoted, Spaced
from runtime.compiler.less.parse_value import parse_color

WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)


def _flat(arguments: tuple[Node, ...]) -> list[Node]:
    """`rgb(0 0 0 / 50%)` has its channels in one argument."""
    if len(arguments) != 1 or not isinstance(arguments[0], Spaced):
        return list(arguments)
    flat: list[Node] = []
    for item in arguments[0].items:
        flat += [item.left, item.right] if isinstance(item, Operation) and item.operator == "/" else [item]
    return flat


def rgb(*arguments: Node) -> Color:
    """`rgb(r, g, b)`, `rgba(r, g, b, a)`, `rgba(colour, a)`."""
    if arguments and isinstance(arguments[0], Color):
        alpha = number(arguments[1]) if len(arguments) > 1 else arguments[0].alpha
        return replace(arguments[0], alpha=clamp(alpha), text="rgb")
    parts = _flat(arguments)
    if len(parts) not in (3, 4):
        raise BadArgument("color")
    red, green, blue = (min(255.0, max(0.0, channel(part))) for part in parts[:3])
    return Color(red, green, blue, clamp(number(parts[3])) if len(parts) == 4 else 1.0, "rgb")


def hsl(*arguments: Node) -> Color:
    """`hsl(h, s, l)` and `hsla(h, s, l, a)`."""
    if arguments and isinstance(arguments[0], Color):
        alpha = number(arguments[1]) if len(arguments) > 1 else arguments[0].alpha
        return replace(arguments[0], alpha=clamp(alpha), text="hsl")
    parts = _flat(arguments)
    if len(parts) not in (3, 4):
        raise BadArgument("color")
    alpha = number(parts[3]) if len(parts) == 4 else 1.0
    return from_hsl(Hsl(number(parts[0]), number(parts[1]), number(parts[2]), alpha))


def hsv(hue: Node, saturation: Node, value: Node, alpha: Node = Dimension(1)) -> Color:  # noqa: B008
    """`hsv(h, s, v)` and `hsva(h, s, v, a)`."""
    return from_hsv(number(hue), number(saturation), number(value), number(alpha))


def argb(value: Node) -> Anonymous:
    """`#AARRGGBB`, for old filters."""
    found = color(value)
    channels = (found.alpha * 255, found.red, found.green, found.blue)
    return Anonymous("#" + "".join(f"{byte(part):02x}" for part in channels))


def as_color(value: Node) -> Color:
    """`color("#fff")`."""
    if isinstance(value, Quoted):
        digits = value.text.strip().removeprefix("#")
        if len(digits) in (3, 4, 6, 8) and all(digit in "0123456789abcdefABCDEF" for digit in digits):
            return parse_color(digits)
    return color(value)


def _shift(part: str, sign: int) -> Function:
    def shift(value: Node, amount: Node | None = None, method: Node | None = None) -> Color | None:
        if amount is None and not isinstance(value, Color):
            return None  # the filter function of CSS has the same name
        change = sign * (dimension(amount).value if amount is not None else 0) / 100
        found = color(value)
        if method is not None and getattr(method, "text", "") == "relative":
            change *= getattr(to_hsl(found), part)
        return shifted(found, **{part: change})

    return shift


def fade(value: Node, amount: Node) -> Color:
    """The colour with this opacity."""
    found = color(value)
    return changed(found, replace(to_hsl(found), alpha=clamp(dimension(amount).value / 100)))


def spin(value: Node, amount: Node) -> Color:
    """The colour with its hue turned."""
    found = color(value)
    base = to_hsl(found)
    return changed(found, replace(base, hue=(base.hue + dimension(amount).value) % 360))


def mix(first: Node, second: Node, weight: Node = Dimension(50)) -> Color:  # noqa: B008
    """Both colours by weight and opacity."""
    one, two = color(first), color(second)
    part = dimension(weight).value / 100
    balance, difference = part * 2 - 1, one.alpha - two.alpha
    share = balance if balance * difference == -1 else (balance + difference) / (1 + balance * difference)
    own = (share + 1) / 2
    channels = (mine * own + other * (1 - own) for mine, other in zip(one.channels, two.channels, strict=True))
    return Color.of(channels, one.alpha * part + two.alpha * (1 - part))


def _mixed_with(base: Color) -> Function:
    return lambda value, weight=None: mix(base, value, weight if weight is not None else Dimension(50))


def greyscale(value: Node) -> Color:
    """Without saturation."""
    return shifted(color(value), saturation=-1.0)


def contrast(
    value: Node,
    dark: Node = BLACK,
    light: Node = WHITE,
    threshold: Node = Dimension(43, "%"),  # noqa: B008
) -> Color | None:
    """The one of two colours that can be read on the first."""
    if not isinstance(value, Color):
        return None  # the filter function of CSS
    darker, lighter = color(dark), color(light)
    if luma(darker) > luma(lighter):
        darker, lighter = lighter, darker
    return lighter if luma(value) * value.alpha < number(threshold) else darker


def _blend(mode: Callable[[float, float], float]) -> Function:
    def blend(first: Node, second: Node) -> Color:
        back, source = color(first), color(second)
        alpha = source.alpha + back.alpha * (1 - source.alpha)
        channels = []
        for below, above in zip(back.channels, source.channels, strict=True):
            low, high = below / 255, above / 255
            mixed = mode(low, high)
            if alpha:
                mixed = (source.alpha * high + back.alpha * (low - source.alpha * (low + high - mixed))) / alpha
            channels.append(mixed * 255)
        return Color.of(channels, alpha)

    return blend


def _overlay(low: float, high: float) -> float:
    low *= 2
    return low * high if low <= 1 else (low - 1) + high - (low - 1) * high


def _soft_light(low: float, high: float) -> float:
    base, depth = low, 1.0
    if high > 0.5:
        base, depth = 1.0, math.sqrt(low) if low > 0.25 else ((16 * low - 12) * low + 4) * low
    return low - (1 - 2 * high) * base * (depth - low)


def _read(read: Callable[[Color], float], unit: str = "") -> Function:
    return lambda value: Dimension(read(color(value)), unit)


FUNCTIONS: Mapping[str, Function] = {
    "rgb": rgb,
    "rgba": rgb,
    "hsl": hsl,
    "hsla": hsl,
    "hsv": hsv,
    "hsva": hsv,
    "argb": argb,
    "color": as_color,
    "hue": _read(lambda found: to_hsl(found).hue),
    "saturation": _read(lambda found: to_hsl(found).saturation * 100, "%"),
    "lightness": _read(lambda found: to_hsl(found).lightness * 100, "%"),
    "hsvhue": _read(lambda found: to_hsv(found).hue),
    "hsvsaturation": _read(lambda found: to_hsv(found).saturation * 100, "%"),
    "hsvvalue": _read(lambda found: to_hsv(found).lightness * 100, "%"),
    "red": _read(lambda found: found.red),
    "green": _read(lambda found: found.green),
    "blue": _read(lambda found: found.blue),
    "alpha": _read(lambda found: found.alpha),
    "luma": _read(lambda found: luma(found) * found.alpha * 100, "%"),
    "luminance": _read(
        lambda found: (0.2126 * found.red + 0.7152 * found.green + 0.0722 * found.blue) / 255 * found.alpha * 100, "%"
    ),
    "saturate": _shift("saturation", 1),
    "desaturate": _shift("saturation", -1),
    "lighten": _shift("lightness", 1),
    "darken": _shift("lightness", -1),
    "fadein": _shift("alpha", 1),
    "fadeout": _shift("alpha", -1),
    "fade": fade,
    "spin": spin,
    "mix": mix,
    "tint": _mixed_with(WHITE),
    "shade": _mixed_with(BLACK),
    "greyscale": greyscale,
    "contrast": contrast,
    "multiply": _blend(lambda low, high: low * high),
    "screen": _blend(lambda low, high: low + high - low * high),
    "overlay": _blend(_overlay),
    "softlight": _blend(_soft_light),
    "hardlight": _blend(lambda low, high: _overlay(high, low)),
    "difference": _blend(lambda low, high: abs(low - high)),
    "exclusion": _blend(lambda low, high: low + high - 2 * low * high),
    "average": _blend(lambda low, high: (low + high) / 2),
    "negation": _blend(lambda low, high: 1 - abs(low + high - 1)),
}
