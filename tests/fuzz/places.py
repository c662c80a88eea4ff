"""What must hold of every finding: it has words in both languages, and its place lies in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runtime.diagnostics import Diagnostic, Span


def check_findings(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Asserts it for all; `texts` are the files by path."""
    for one in diagnostics:
        for language in ("en", "zh"):
            assert one.text(language)  # type: ignore[arg-type]
            one.help(language)  # type: ignore[arg-type]
        assert one.span.file in texts, one
        assert is_inside(one.span, texts[one.span.file]), (one, texts[one.span.file])


def is_inside(span: Span, text: str) -> bool:
    """Whether a span lies in a text and does not end before it begins. Only line feeds end lines."""
    if span.line == 0:
        return True
    lines = text.split("\n")
    if not 1 <= span.line <= span.end_line <= len(lines):
        return False
    if (span.end_line, span.end_column) < (span.line, span.column):
        return False
    return (
        1 <= span.column <= len(lines[span.line - 1]) + 1 and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    )
