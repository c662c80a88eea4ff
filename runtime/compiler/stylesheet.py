"""What a style language compiles to, before it is compiled as WXSS, and the way back from its lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from runtime.compiler.wxss.sheet import ImportMark, Piece, StyleRule, StyleUnit, UrlMark
from runtime.diagnostics import Diagnostic, Span


def with_plain_lines(text: str) -> str:
    """The text with line feeds as the only ends of lines, as editors count them, and without NUL.

    A form feed ends a line for CSS and for nobody else; a space means the same there.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ").replace("\0", "\ufffd")


@dataclass(frozen=True, slots=True)
class CompiledCss:
    """CSS text; `places[i]` is the file, line and column that line i + 1 comes from.

    `read`: other files whose content went in; `asked`: files whose existence made a difference.
    """

    css: str
    places: tuple[tuple[str, int, int], ...]
    read: tuple[str, ...]
    asked: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def with_source_places(unit: StyleUnit, compiled: CompiledCss) -> StyleUnit:
    """The unit that was compiled from `compiled.css`, every place led back to the source."""

    def place(file: str, line: int, column: int) -> tuple[str, int, int]:
        if not compiled.places:
            return file, 1, 1
        # What is still open at the end of the CSS is open in the file that its last line comes from.
        return compiled.places[min(line, len(compiled.places)) - 1] if line > 0 else (file, line, column)

    def span(old: Span) -> Span:
        file, line, column = place(old.file, old.line, old.column)
        return Span(file, line, column, line, column + 1)

    def rule(old: StyleRule | ImportMark, end: int) -> StyleRule | ImportMark:
        if isinstance(old, ImportMark):
            return old.at(span(old.span))
        lines = compiled.places[old.line - 1 : max(end - 1, old.line)]
        return StyleRule(old.selector, *place(old.file, old.line, old.column), lines)

    def piece(old: Piece) -> Piece:
        return old.at(span(old.span)) if isinstance(old, (ImportMark, UrlMark)) else old

    # A rule ends where the next one begins, or with the text.
    begins = [old.line if isinstance(old, StyleRule) else old.span.line for old in unit.rules]
    ends = [*begins[1:], len(compiled.places) + 1]
    found = [replace(diagnostic, span=span(diagnostic.span)) for diagnostic in unit.diagnostics]
    return replace(
        unit,
        pieces=tuple(piece(old) for old in unit.pieces),
        rules=tuple(rule(old, end) for old, end in zip(unit.rules, ends, strict=False)),
        diagnostics=(*compiled.diagnostics, *found),
    )
