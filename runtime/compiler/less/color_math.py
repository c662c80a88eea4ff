"""Colour spaces: RGB to and from HSL and HSV, brightness."""

from __future__ import annotations

from dataclasses import dataclass, replace

from runtime.compiler.less.nodes import Color

# What a colour's `text` says if it was calculated: the form in which it goes out.
CALCULATED = ("", "rgb", "hsl")


@dataclass(frozen=True, slots=True)
class Hsl:
    """Hue in degrees; saturation, lightness (or value) and alpha from 0 to 1."""

    hue: float
    saturation: float
    lightness: float
    alpha: float


def clamp(value: float) -> float:
    """Within 0 and 1."""
    return min(1.0, max(0.0, value))


def byte(channel: float) -> int:
    """The channel as a whole number from 0 to 255; what is no number counts as 0."""
    return int(min(255.0, max(0.0, channel)) + 0.5)


def to_hsl(color: Color) -> Hsl:
    """RGB → HSL."""
    red, green, blue = color.red / 255, color.green / 255, color.blue / 255
    high, low = max(red, green, blue), min(red, green, blue)
    lightness, spread = (high + low) / 2, high - low
    if spread == 0:
        return Hsl(0, 0, lightness, color.alpha)
    saturation = spread / (2 - high - low) if lightness > 0.5 else spread / (high + low)
    return Hsl(_hue(red, green, blue, high, spread), saturation, lightness, color.alpha)


def to_hsv(color: Color) -> Hsl:
    """RGB → HSV; `lightness` is the value."""
    red, green, blue = color.red / 255, color.green / 255, color.blue / 255
    high, low = max(red, green, blue), min(red, green, blue)
    spread = high - low
    hue = _hue(red, green, blue, high, spread) if spread else 0.0
    return Hsl(hue, spread / high if high else 0.0, high, color.alpha)


def _hue(red: float, green: float, blue: float, high: float, spread: float) -> float:
    if high == red:
        sixth = (green - blue) / spread + (6 if green < blue else 0)
    elif high == green:
        sixth = (blue - red) / spread + 2
    else:
        sixth = (red - green) / spread + 4
    return sixth * 60


def from_hsl(hsl: Hsl, form: str = "hsl") -> Color:
    """HSL → RGB, all values brought within their ranges."""
    hue = (hsl.hue % 360) / 360
    saturation, lightness = clamp(hsl.saturation), clamp(hsl.lightness)
    upper = lightness * (saturation + 1) if lightness <= 0.5 else lightness + saturation - lightness * saturation
    lower = lightness * 2 - upper
    red, green, blue = (_channel(lower, upper, hue + shift) * 255 for shift in (1 / 3, 0, -1 / 3))
    return Color(red, green, blue, clamp(hsl.alpha), form)


def _channel(lower: float, upper: float, hue: float) -> float:
    hue = hue + 1 if hue < 0 else hue - 1 if hue > 1 else hue
    if hue * 6 < 1:
        return lower + (upper - lower) * hue * 6
    if hue * 2 < 1:
        return upper
    if hue * 3 < 2:
        return lower + (upper - lower) * (2 / 3 - hue) * 6
    return lower


def from_hsv(hue: float, saturation: float, value: float, alpha: float) -> Color:
    """HSV → RGB."""
    hue %= 360
    sextant = int(hue // 60) % 6
    rest = hue / 60 - sextant
    levels = (value, value * (1 - saturation), value * (1 - rest * saturation), value * (1 - (1 - rest) * saturation))
    order = ((0, 3, 1), (2, 0, 1), (1, 0, 3), (1, 2, 0), (3, 1, 0), (0, 1, 2))[sextant]
    red, green, blue = (levels[index] * 255 for index in order)
    return Color(red, green, blue, alpha, "rgb")


def luma(color: Color) -> float:
    """Perceived brightness from 0 to 1, gamma corrected."""

    def linear(channel: float) -> float:
        part = channel / 255
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)


def changed(color: Color, hsl: Hsl) -> Color:
    """A colour made from another one goes out in the form of that."""
    return from_hsl(hsl, "hsl" if color.text == "hsl" else "rgb")


def shifted(color: Color, **shifts: float) -> Color:
    """The colour with parts of its HSL form changed by the given amounts."""
    hsl = to_hsl(color)
    values = {name: clamp(getattr(hsl, name) + shift) for name, shift in shifts.items()}
    return changed(color, replace(hsl, **values))
