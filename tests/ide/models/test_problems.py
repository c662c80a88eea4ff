"""The findings of a build, as a list and as markers."""

from __future__ import annotations

from ide.models.problems import Problems
from runtime.diagnostics import Diagnostic, Span


def code_of(severity: str) -> str:
    from runtime import diagnostics

    return next(code for code, entry in diagnostics._messages().items() if entry["severity"] == severity)


class Arguments(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


def test_errors_come_first_then_places() -> None:
    error, warning = code_of("error"), code_of("warning")
    problems = Problems()
    problems.replace(
        [
            Diagnostic(warning, Span("a.wxml", 1, 1), Arguments()),
            Diagnostic(error, Span("b.wxml", 9, 1), Arguments()),
            Diagnostic(error, Span("b.wxml", 2, 5, 2, 8), Arguments()),
        ]
    )
    listed = problems.listed(("error", "warning"), "", "en")
    assert [one.place for one in listed] == ["b.wxml:2:5", "b.wxml:9:1", "a.wxml:1:1"]
    assert [one.place for one in problems.listed(("warning",), "A.WXML", "zh")] == ["a.wxml:1:1"]
    assert problems.counts() == {"error": 2, "warning": 1, "info": 0}


def test_a_marker_is_never_empty() -> None:
    problems = Problems()
    problems.replace([Diagnostic(code_of("error"), Span("app.json"), Arguments())])
    (marker,) = problems.markers("en")["app.json"]
    assert (marker.line, marker.column, marker.end_line, marker.end_column) == (1, 1, 1, 2)
