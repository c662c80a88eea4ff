"""Colours as CSS writes them: found in a stretch of text, and written for a picker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinycss2.color4 import parse_color

from runtime.language.answers import Colour
from runtime.language.position import Lines

_CANDIDATE = re.compile(
    r"""(?P<code>\#[0-9a-fA-F]{3,8}(?![\w-]))
      | url\([^)]*+\)? | "[^"\n]*+"? | '[^'\n]*+'?
      | (?<![\w.\#@$&-])(?:(?P<function>(?:rgb|hsl)a?\([^()]*+\))|(?P<word>[a-zA-Z]{3,20}(?![\w(-])))""",
    re.VERBOSE,
)
_HEX_LENGTHS = (4, 5, 7, 9)


def colours_in(text: str, start: int, end: int, lines: Lines, *, names: bool = True) -> Iterator[Colour]:
    """The colours between two offsets; `names`: words count too."""
    for match in _CANDIDATE.finditer(text, start, end):
        written, kind = match[0], match.lastgroup
        if kind is None or (kind == "code" and len(written) not in _HEX_LENGTHS) or (kind == "word" and not names):
            continue
        channels = _channels(written)
        if channels is not None:
            yield Colour(lines.range(match.start(), match.end()), *channels)


def texts_of(red: float, green: float, blue: float, alpha: float) -> tuple[str, ...]:
    """The ways to write a colour, the shortest first."""
    channels = [min(255, max(0, round(channel * 255))) for channel in (red, green, blue)]
    code = "#" + "".join(f"{channel:02x}" for channel in channels)
    listed = ", ".join(map(str, channels))
    if alpha >= 1:
        return code, f"rgb({listed})"
    return f"rgba({listed}, {round(max(alpha, 0), 2):g})", f"{code}{round(max(alpha, 0) * 255):02x}"


def _channels(written: str) -> tuple[float, float, float, float] | None:
    try:
        found = parse_color(written)
        if found is None or isinstance(found, str):
            return None
        red, green, blue = (min(1.0, max(0.0, float(one or 0))) for one in found.to("srgb").coordinates)
    except (ValueError, NotImplementedError, TypeError):
        return None
    return red, green, blue, float(found.alpha)
