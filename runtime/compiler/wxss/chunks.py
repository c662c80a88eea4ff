"""Cuts a style sheet into its top-level rules, and keeps what the less plain ones compile to, so that a change of one
rule leaves the others compiled.

Each rule compiles the same alone as among others; only its place differs, and is put right here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from runtime.compiler.wxss.sheet import ImportMark, Piece, StyleRule, UrlMark
from runtime.diagnostics import Diagnostic, Span

_BEGIN = re.compile(r"\S")
_BOUNDARY = re.compile(
    r"""\s+|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|/\*.*?(?:\*/|\Z)|\\.|[{}();]|[^\s"'/\\{}();]+|.""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One compiled top-level rule as if it stood at the start of its file."""

    pieces: tuple[Piece, ...]
    rules: tuple[StyleRule | ImportMark, ...]
    diagnostics: tuple[Diagnostic, ...]

    def moved(self, lines: int, columns: int) -> Chunk:
        """The same further down: every place by `lines`, those of its first line by `columns`."""
        if not lines and not columns:
            return self
        return Chunk(
            tuple(
                piece.at(_moved(piece.span, lines, columns)) if isinstance(piece, (ImportMark, UrlMark)) else piece
                for piece in self.pieces
            ),
            tuple(_moved_rule(rule, lines, columns) for rule in self.rules),
            tuple(replace(found, span=_moved(found.span, lines, columns)) for found in self.diagnostics),
        )


def rule_begin(css: str, at: int) -> int:
    """Where the next top-level rule begins, from the end of the one before it; -1 if there is none."""
    begin = _BEGIN.search(css, at)
    return -1 if begin is None else begin.start()


def rule_end(css: str, begin: int) -> int:
    """Where the top-level rule ends that begins there."""
    depth, parentheses = 0, 0
    for match in _BOUNDARY.finditer(css, begin):
        text = match[0]
        if text == "{":
            depth, parentheses = depth + 1, 0
        elif text == "}":
            depth, parentheses = max(0, depth - 1), 0
        elif text == "(":
            parentheses += 1
        elif text == ")":
            parentheses = max(0, parentheses - 1)
        if depth == 0 and (text == "}" or (text == ";" and parentheses == 0)):
            return match.end()
    return len(css)


class Lines:
    """Counts lines along a text: places have to be asked for from the start to the end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line, self._line_start = 0, 1, 0

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) of an offset."""
        breaks = self._text.count("\n", self._at, offset)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rfind("\n", self._at, offset) + 1
        self._at = offset
        return self._line, offset - self._line_start + 1


def _moved(span: Span, lines: int, columns: int) -> Span:
    return Span(
        span.file,
        span.line + lines,
        span.column + (columns if span.line == 1 else 0),
        span.end_line + lines,
        span.end_column + (columns if span.end_line == 1 else 0),
    )


def _moved_rule(rule: StyleRule | ImportMark, lines: int, columns: int) -> StyleRule | ImportMark:
    if isinstance(rule, ImportMark):
        return rule.at(_moved(rule.span, lines, columns))
    column = rule.column + (columns if rule.line == 1 else 0)
    return StyleRule(rule.selector, rule.file, rule.line + lines, column)
