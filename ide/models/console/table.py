"""What `console.table` shows: a value as rows and columns, in a font whose letters are equally wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from ide.models.console.lines import Line, Span
from simulator.bridge.preview import Preview, Role, inline, members

MOST_ROWS = 100
MOST_COLUMNS = 20
WIDEST_CELL = 40
Cell = tuple[str, Role]
NO_CELL: Cell = ("", "plain")


def table_lines(value: Preview, wanted: Sequence[str] | None, index: str, other: str) -> list[Line]:
    """The lines of a table; none if the value has no rows. `index` and `other` are the words for the first column and
    for that of plain values; `wanted` are the only columns to show."""
    rows = members(value)[:MOST_ROWS]
    if not rows:
        return []
    columns = _columns([row for _, row in rows], wanted)
    has_plain = any(not _is_record(row) for _, row in rows)
    heads = [index, *columns, *([other] if has_plain else [])]
    table: list[list[Cell]] = []
    for label, row in rows:
        found = dict(members(row)) if _is_record(row) else {}
        cells = [_cell(found[name]) if name in found else NO_CELL for name in columns]
        plain = NO_CELL if _is_record(row) else _cell(row)
        table.append([(_fitted(label), "dim"), *cells, *([plain] if has_plain else [])])
    widths = [max(_width(_fitted(head)), *(_width(row[at][0]) for row in table)) for at, head in enumerate(heads)]
    lines = [_line([(_fitted(head), "name") for head in heads], widths)]
    lines.append(Line((Span("┼".join("─" * (width + 2) for width in widths), "dim"),), 1))
    return [*lines, *(_line(row, widths) for row in table)]


def _columns(rows: Sequence[Preview], wanted: Sequence[str] | None) -> list[str]:
    if wanted is not None:
        return list(wanted)[:MOST_COLUMNS]
    found: dict[str, None] = {}
    for row in rows:
        if _is_record(row):
            found.update(dict.fromkeys(name for name, _ in members(row)))
    return list(found)[:MOST_COLUMNS]


def _is_record(value: Preview) -> bool:
    return value.get("t") in ("object", "array")


def _cell(value: Preview) -> Cell:
    pieces = list(inline(value, nested=True))
    return _fitted("".join(piece.text for piece in pieces)), pieces[0].role if len(pieces) == 1 else "plain"


def _fitted(text: str) -> str:
    text = text.replace("\n", "⏎")
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"


def _line(cells: Sequence[Cell], widths: Sequence[int]) -> Line:
    spans: list[Span] = []
    for at, ((text, role), width) in enumerate(zip(cells, widths, strict=True)):
        if at:
            spans.append(Span("│", "dim"))
        spans.append(Span(f" {text}{' ' * (width - _width(text))} ", role))
    return Line(tuple(spans), 1)


def _width(text: str) -> int:
    """In letters of half width: Chinese ones are twice as wide."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
