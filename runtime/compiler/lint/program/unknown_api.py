"""A function of `wx` that the reference does not know."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic
from runtime.project.spelling import mistyped

_MEMBERS = frozenset({"cloud", "env", "router", "worklet", "qy", "version"})


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    known = _MEMBERS.union(name for name in program.project.platform.registry.entries if "." not in name)
    own = frozenset(name for facts in program.scripts.values() for name in facts.assigned.apis)
    for _, use in program.api_uses():
        if use.name in known or use.is_guarded or use.name in own:
            continue
        meant = mistyped(use.name, sorted(known))
        if meant:
            yield Diagnostic("api/misspelt", use.span, {"name": use.name, "meant": meant})
        else:
            yield Diagnostic("api/unknown", use.span, {"name": use.name})


RULE = ProgramRule(("api/misspelt", "api/unknown"), "Source: API reference", _check)
