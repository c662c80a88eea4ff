"""Builds the pieces of a sheet: copies stretches of the source and puts other pieces between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from runtime.compiler.wxss.sheet import ImportMark, Piece, StyleRule
from runtime.diagnostics import Diagnostic, Span


class SheetWriter:
    """Holds a cursor in `css`; what lies before it is either in `pieces` or left out on purpose."""

    def __init__(self, path: str, css: str) -> None:
        self.path = path
        self.css = css
        self.pieces: list[Piece] = []
        self.rules: list[StyleRule | ImportMark] = []
        self.diagnostics: list[Diagnostic] = []
        self._line_starts = [0, *(m.end() for m in re.finditer("\n", css))]
        self._cursor = 0

    def offset(self, token: Any) -> int:
        """Where a token begins."""
        start: int = self._line_starts[token.source_line - 1] + token.source_column - 1
        return start

    def copy_to(self, offset: int) -> None:
        """Takes over the source up to `offset`."""
        if offset > self._cursor:
            self.put(self.css[self._cursor : offset])
        self._cursor = max(self._cursor, offset)

    def skip_to(self, offset: int) -> None:
        """Leaves the source out up to `offset`."""
        self._cursor = max(self._cursor, offset)

    def put(self, piece: Piece) -> None:
        """Adds a piece; neighbouring text becomes one piece."""
        if isinstance(piece, str) and self.pieces and isinstance(self.pieces[-1], str):
            self.pieces[-1] += piece
        else:
            self.pieces.append(piece)

    def span(self, start: int, end: int) -> Span:
        """The span of two offsets."""
        first, last = bisect_right(self._line_starts, start) - 1, bisect_right(self._line_starts, end) - 1
        return Span(
            self.path,
            first + 1,
            start - self._line_starts[first] + 1,
            last + 1,
            end - self._line_starts[last] + 1,
        )

    def report(self, code: str, start: int, end: int, **args: str) -> None:
        """Adds a diagnostic."""
        self.diagnostics.append(Diagnostic(code, self.span(start, end), args))
