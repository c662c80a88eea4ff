"""Leads from nodes of a script's tree to offsets of its text."""

from __future__ import annotations

from tree_sitter import Node

_QUOTED = frozenset({"string", "template_string"})


class Places:
    """The places of one text. Nodes count UTF-8 bytes of a line; a repaired tree has the same lines and columns."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def of(self, node: Node) -> tuple[int, int]:
        """Start and end of a node; of a text in quotation marks what is between them."""
        start, end = self._offset(*node.start_point), self._offset(*node.end_point)
        return (start + 1, max(start + 1, end - 1)) if node.type in _QUOTED else (start, end)

    def _offset(self, row: int, column: int) -> int:
        if row >= len(self._lines):
            return self._starts[-1] - 1
        line = self._lines[row]
        if not line.isascii():
            column = len(line.encode("utf-8", "replace")[:column].decode("utf-8", "replace"))
        return self._starts[row] + min(column, len(line))
