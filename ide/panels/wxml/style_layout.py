"""Where the parts of a row of the styles are: check box, name, colour, value, link. One place for painter and mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics

from ide.models.style_rows import StyleRow

Part = Literal["check", "name", "colour", "value", "link", "text", "rest"]
LEFT = 8
INDENT = 20
CHECK = 12
SWATCH = 10
GAP = 4


@dataclass(frozen=True, slots=True)
class RowParts:
    """Rectangles in the row's area; empty where the row has no such part."""

    check: QRect
    name: QRect
    colour: QRect
    value: QRect
    reason: QRect
    link: QRect
    text: QRect

    def at(self, point: QPoint) -> Part:
        """The part at a point."""
        parts: tuple[Part, ...] = ("check", "name", "colour", "value", "link", "text")
        for part in parts:
            if getattr(self, part).contains(point):
                return part
        return "rest"


def lay_out(row: StyleRow, area: QRect, metrics: QFontMetrics) -> RowParts:
    """The parts of a row; the link gives way to nothing, the rest is cut at it."""
    width = metrics.horizontalAdvance
    empty = QRect()
    link = empty
    if row.link:
        size = min(width(row.link), area.width() * 2 // 3)
        link = QRect(area.right() - size - LEFT, area.top(), size, area.height())
    one = row.declaration
    if one is None:
        indent = 0 if row.kind in ("section", "rule", "end", "condition") else INDENT
        text = QRect(area.left() + LEFT + indent, area.top(), width(row.text) + 2, area.height())
        return RowParts(empty, empty, empty, empty, empty, link, text)
    middle = area.center().y()
    x = area.left() + LEFT
    check = (
        QRect(x, middle - CHECK // 2, CHECK, CHECK) if row.can_edit and row.rule and row.rule.kind == "rule" else empty
    )
    x += INDENT
    name = QRect(x, area.top(), width(one.name), area.height())
    x = name.right() + 1 + width(": ")
    colour = empty
    if row.colour is not None:
        colour = QRect(x, middle - SWATCH // 2 + 1, SWATCH, SWATCH)
        x = colour.right() + 1 + GAP
    value = QRect(x, area.top(), max(width(one.written), 8), area.height())
    reason = QRect(value.right() + width("; ") + GAP, area.top(), max(0, area.right() - value.right()), area.height())
    return RowParts(check, name, colour, value, reason, link, empty)
