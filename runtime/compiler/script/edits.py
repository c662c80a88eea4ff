"""Changes to a source text that keep every line where it is, and the way back from a changed column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Columns = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the bytes from `start` to `end`; an insertion has `start == end`."""

    start: int
    end: int
    text: bytes


def blank(code: bytes, start: int, end: int) -> Edit:
    """Spaces in place of a stretch; line breaks stay."""
    kept = b"".join(line_break if line_break == b"\n" else b" " for line_break in _characters(code[start:end]))
    return Edit(start, end, kept)


def _characters(code: bytes) -> Iterable[bytes]:
    # One space for each code point keeps columns.
    return (character.encode() for character in code.decode("utf-8", "replace"))


def apply_edits(code: bytes, edits: Iterable[Edit]) -> tuple[bytes, Columns]:
    """The changed text, and where columns moved: `(line, column in the result, column in the source)`, from 1.

    From such a place to the end of the line the distance is the same. An edit inside one that starts earlier is
    dropped. Line breaks that a replacement lacks are added behind it.
    """
    pieces: list[bytes] = []
    columns: list[tuple[int, int, int]] = []
    cursor, line, source_column, result_column = 0, 1, 1, 1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end > edit.start)):
        if edit.start < cursor:
            continue
        kept = code[cursor : edit.start]
        old = code[edit.start : edit.end]
        new = edit.text + b"\n" * max(0, old.count(b"\n") - edit.text.count(b"\n"))
        pieces += [kept, new]
        cursor = edit.end
        line += kept.count(b"\n") + old.count(b"\n")
        result_column = _after(_after(result_column, kept), new)
        source_column = _after(_after(source_column, kept), old)
        if result_column != source_column:
            columns.append((line, result_column, source_column))
    pieces.append(code[cursor:])
    return b"".join(pieces), tuple(columns)


def source_column(columns: Columns, line: int, column: int) -> int:
    """The column in the source of a column in the result."""
    index = bisect_right(columns, (line, column, 1 << 30)) - 1
    if index < 0 or columns[index][0] != line:
        return column
    return max(1, column - columns[index][1] + columns[index][2])


def _after(column: int, text: bytes) -> int:
    _head, line_break, tail = text.rpartition(b"\n")
    return (1 if line_break else column) + len(tail.decode("utf-8", "replace"))
