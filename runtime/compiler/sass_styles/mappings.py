"""Reads the mappings of a source map: where each line of the result comes from."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)}  # fmt: skip


Mapping = tuple[int, int, int]


def line_places(mappings: str, css: str) -> list[Mapping | None]:
    """For each line of the CSS where it comes from: number of the source, line and column from 1; None if unknown.

    A line of selectors names the outer rules first; what counts is the rule that stands furthest down.
    """
    lines = css.split("\n")
    places: list[Mapping | None] = []
    source = line = column = 0
    for index, group in enumerate(mappings.split(";")):
        found: list[Mapping] = []
        for segment in filter(None, group.split(",")):
            values = _values(segment)
            if len(values) < 4:
                continue
            source, line, column = source + values[1], line + values[2], column + values[3]
            found.append((source, line + 1, column + 1))
        is_head = index < len(lines) and lines[index].endswith(("{", ","))
        places.append(_innermost(found) if is_head and found else next(iter(found), None))
    return places


def _innermost(found: list[Mapping]) -> Mapping:
    own = [mapping for mapping in found if mapping[0] == found[-1][0]]
    line = max(mapping[1] for mapping in own)
    return next(mapping for mapping in own if mapping[1] == line)


def _values(segment: str) -> list[int]:
    values: list[int] = []
    value = shift = 0
    for character in segment:
        digit = _DIGITS[character]
        value += (digit & 31) << shift
        shift += 5
        if not digit & 32:
            values.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return values
