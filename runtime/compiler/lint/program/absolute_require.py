"""`require("/utils/a")`: works here, but the platform takes relative paths, npm names and aliases only."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.script_units import resolve_script
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    aliased = tuple(pattern.removesuffix("*") for pattern in program.project.aliases)
    for path in program.own_scripts:
        for reference in program.compiled_scripts[path].references:
            name = reference.name
            if not name.startswith("/") or reference.is_guarded or name.startswith(aliased):
                continue
            if resolve_script(program.project, name, path) is not None:
                yield Diagnostic("script/absolute-require", reference.span, {"name": name})


RULE = ProgramRule(("script/absolute-require",), "Source: reference, require: absolute paths are not taken", _check)
