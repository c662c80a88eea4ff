"""A function of `wx` that Handset does not carry out; said once a program."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    registry = program.project.platform.registry
    said: set[str] = set()
    for _, use in program.api_uses():
        entry = registry.find(use.name)
        if entry is not None and entry.state == "unsupported" and use.name not in said:
            said.add(use.name)
            yield Diagnostic("api/unsupported-here", use.span, {"name": use.name})


RULE = ProgramRule(("api/unsupported-here",), "Observed: the registry of wx.*", _check)
