"""The CSS text of evaluated values."""

from __future__ import annotations

import math
from typing import assert_never

from runtime.compiler.less.color_math import CALCULATED, byte, to_hsl
from runtime.compiler.less.nodes import (
    Anonymous,
    Assignment,
    Call,
    Color,
    Comparison,
    Detached,
    Dimension,
    Keyword,
    Listed,
    Logic,
    Lookup,
    Negative,
    Node,
    Operation,
    Paren,
    PropertyReference,
    Quoted,
    Raw,
    Spaced,
    Url,
    Variable,
)


def write(node: Node) -> str:
    """The text of an evaluated value."""
    match node:
        case Dimension(value, unit):
            return write_number(value) + unit
        case Color():
            return _color(node)
        case Keyword(text) | Anonymous(text) | Raw(text):
            return text
        case Quoted(quote, text, is_escaped):
            return text if is_escaped else quote + text + quote
        case Url(value):
            return f"url({write(value)})"
        case Call(name, arguments):
            return f"{name}({', '.join(write(argument) for argument in arguments)})"
        case Assignment(key, value):
            return f"{key}={write(value)}"
        case Operation(operator, left, right, is_spaced):
            gap = " " if is_spaced else ""
            return f"{write(left)}{gap}{operator}{gap}{write(right)}"
        case Negative(value):
            return f"-{write(value)}"
        case Paren(value):
            return f"({write(value)})"
        case Spaced(items):
            return _spaced(items)
        case Listed(items):
            return ", ".join(write(item) for item in items)
        case Variable(name):
            return f"@{name}"
        case PropertyReference(name):
            return f"${name}"
        case Detached() | Lookup() | Comparison() | Logic():
            return ""
        case _:
            assert_never(node)


def _spaced(items: tuple[Node, ...]) -> str:
    text = ""
    previous = ""
    for item in items:
        piece = write(item)
        is_tight = previous in ("/", "=", ":") or piece in ("/", "=", ":")
        text += piece if not text or is_tight else " " + piece
        previous = piece
    return text


def write_number(value: float) -> str:
    """At most eight digits behind the point, none if there is nothing behind it."""
    if math.isnan(value) or math.isinf(value):
        return "NaN" if math.isnan(value) else "Infinity"
    text = f"{round(value + math.copysign(2e-16, value), 8):.8f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _color(color: Color) -> str:
    if color.text not in CALCULATED:
        return color.text
    alpha = round(color.alpha, 8)
    if color.text == "hsl":
        hsl = to_hsl(color)
        parts = [
            write_number(hsl.hue),
            write_number(hsl.saturation * 100) + "%",
            write_number(hsl.lightness * 100) + "%",
        ]
        return f"hsla({', '.join([*parts, write_number(alpha)])})" if alpha < 1 else f"hsl({', '.join(parts)})"
    channels = [byte(channel) for channel in (color.red, color.green, color.blue)]
    if alpha < 1:
        return f"rgba({', '.join(map(str, channels))}, {write_number(alpha)})"
    return "#" + "".join(f"{channel:02x}" for channel in channels)
