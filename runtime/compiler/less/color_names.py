"""The colours that have names."""

from __future__ import annotations

from functools import lru_cache

from tinycss2 import color3

from runtime.compiler.less.nodes import Color

_NEWER = {"rebeccapurple": (102.0, 51.0, 153.0)}


@lru_cache(1024)
def named_color(text: str) -> Color | None:
    """The colour that a keyword names, or None. It goes out under its name."""
    name = text.lower()
    if name in _NEWER:
        return Color.of(_NEWER[name], text=text)
    found = color3.parse_color(name) if name.isalpha() and name != "currentcolor" else None
    if found is None or isinstance(found, str):
        return None
    return Color.of((float(round(channel * 255)) for channel in found[:3]), float(found[3]), text)
