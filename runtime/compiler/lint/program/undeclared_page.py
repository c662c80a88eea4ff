"""Files of a page that app.json does not declare: it cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for call in program.page_calls:
        yield Diagnostic("project/undeclared-page", call.span, {"path": call.stem})


RULE = ProgramRule(("project/undeclared-page",), "Source: app.json reference page, pages", _check)
