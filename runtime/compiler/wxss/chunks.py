"""Cuts a style sheet into its top-level rules, so that a change of one rule leaves the others compiled.

Each rule compiles the same alone as among others; only its place differs, and is put right here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from runtime.compiler.wxss.sheet import ImportMark, Piece, StyleRule, UrlMark
from runtime.diagnostics import Diagnostic, Span

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


def split_rules(css: str) -> Iterator[tuple[str, int, int]]:
    """The top-level rules with the line and column (from 1) at which each begins."""
    line, line_start = 1, 0
    for start, end in _stretches(css):
        yield css[start:end], line + css.count("\n", line_start, start), start - css.rfind("\n", 0, start)
        line += css.count("\n", line_start, end)
        line_start = end


def _stretches(css: str) -> Iterator[tuple[int, int]]:
    start, depth, parentheses = -1, 0, 0
    for match in _BOUNDARY.finditer(css):
        text = match[0]
        if start < 0:
            if text.isspace():
                continue
            start = match.start()
        if text == "{":
            depth, parentheses = depth + 1, 0
        elif text == "}":
            depth, parentheses = max(0, depth - 1), 0
        elif text == "(":
            parentheses += 1
        elif text == ")":
            parentheses = max(0, parentheses - 1)
        if depth == 0 and (text == "}" or (text == ";" and parentheses == 0)):
            yield start, match.end()
            start = -1
    if start >= 0:
        yield start, len(css)


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
