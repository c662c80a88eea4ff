"""Makes source maps: the mappings of places that a test names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

Segment = tuple[int, int] | tuple[int, int, int, int, int]
"""Line and column of the generated code; number, line and column of the source. All from 0."""


def mappings(segments: Iterable[Segment]) -> str:
    """The segments, which are in order, as text."""
    text, line, column = "", 0, 0
    former = (0, 0, 0)
    is_first = True
    for segment in segments:
        while line < segment[0]:
            text, line, column, is_first = f"{text};", line + 1, 0, True
        text += "" if is_first else ","
        text += _number(segment[1] - column)
        if len(segment) == 5:
            text += "".join(_number(new - old) for new, old in zip(segment[2:], former, strict=True))
            former = segment[2:]
        column, is_first = segment[1], False
    return text


def source_map(sources: Sequence[str | None], segments: Iterable[Segment], **members: Any) -> str:
    """A map of version 3."""
    return json.dumps({"version": 3, "sources": sources, "names": [], "mappings": mappings(segments), **members})


def _number(value: int) -> str:
    rest = (abs(value) << 1) | (value < 0)
    text = ""
    while True:
        digit, rest = rest & 31, rest >> 5
        text += _DIGITS[digit | (32 if rest else 0)]
        if not rest:
            return text
