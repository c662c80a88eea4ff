"""Passes on what `style.component_selectors` found in the sheets of components (pages may use any selector)."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.style.component_selectors import CODE
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    pages = {page.path for page in program.project.pages}
    in_components: dict[str, None] = {}
    elsewhere: set[str] = set()
    for stem, units in program.sheets.items():
        paths = [unit.path for unit in units]
        if stem == "app" or stem in pages:
            elsewhere.update(paths)
        else:
            in_components.update(dict.fromkeys(paths))
    for path in in_components:
        if path not in elsewhere and path in program.styles:
            yield from (found for found in program.styles[path].diagnostics if found.code == CODE)


RULE = ProgramRule((CODE,), "Source: component template and style page, notes on selectors", _check)
