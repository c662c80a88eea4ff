"""Reads the mappings of a source map: where each line of the result comes from."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
)}  # fmt: skip


def line_places(mappings: str) -> list[tuple[int, int, int] | None]:
    """For each line the first mapping on it: number of the source, line and column from 1. None without one."""
    places: list[tuple[int, int, int] | None] = []
    source = line = column = 0
    for group in mappings.split(";"):
        first: tuple[int, int, int] | None = None
        for segment in filter(None, group.split(",")):
            values = _values(segment)
            if len(values) < 4:
                continue
            source, line, column = source + values[1], line + values[2], column + values[3]
            if first is None:
                first = (source, line + 1, column + 1)
        places.append(first)
    return places


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
