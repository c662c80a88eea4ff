"""What `%c` of `console.log` says of a text, as far as a row can show it. Everything else is passed over.

The text comes from the program: what it may say is limited to colours and the form of letters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from tinycss2 import parse_declaration_list, serialize
from tinycss2.ast import Declaration
from tinycss2.color3 import RGBA, parse_color

MAX_CHARACTERS = 1000


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Colours are `#aarrggbb`; empty: that of the row."""

    color: str = ""
    background: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_struck: bool = False


@lru_cache(maxsize=256)
def text_style(css: str) -> TextStyle:
    """The style that declarations describe."""
    style = TextStyle()
    for one in parse_declaration_list(css[:MAX_CHARACTERS], skip_comments=True, skip_whitespace=True):
        if isinstance(one, Declaration):
            style = _with(style, one.lower_name, serialize(one.value).strip().lower())
    return style


def _with(style: TextStyle, name: str, value: str) -> TextStyle:
    match name:
        case "color":
            return replace(style, color=_color(value) or style.color)
        case "background" | "background-color":
            return replace(style, background=_color(value) or style.background)
        case "font-weight":
            return replace(style, is_bold=value in ("bold", "bolder") or (value.isdecimal() and int(value) >= 600))
        case "font-style":
            return replace(style, is_italic=value in ("italic", "oblique"))
        case "text-decoration" | "text-decoration-line":
            return replace(style, is_underlined="underline" in value, is_struck="line-through" in value)
        case _:
            return style


def _color(value: str) -> str:
    found = parse_color(value)
    if not isinstance(found, RGBA):
        return ""
    red, green, blue, alpha = (round(max(0.0, min(1.0, float(channel))) * 255) for channel in found)
    return f"#{alpha:02x}{red:02x}{green:02x}{blue:02x}"
