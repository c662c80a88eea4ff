"""A function of `wx` that the reference does not know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from runtime.api.registry import default_registry
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic
from runtime.project.spelling import mistyped

_MEMBERS = frozenset({"cloud", "env", "router", "worklet", "qy", "version"})


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    known = _known()
    own = frozenset(name for facts in program.scripts.values() for name in facts.assigned.apis)
    for _, use in program.api_uses():
        if use.name in known or use.is_guarded or use.name in own:
            continue
        meant = mistyped(use.name, sorted(known))
        if meant:
            yield Diagnostic("api/misspelt", use.span, {"name": use.name, "meant": meant})
        else:
            yield Diagnostic("api/unknown", use.span, {"name": use.name})


@cache
def _known() -> frozenset[str]:
    return frozenset(name for name in default_registry().entries if "." not in name) | _MEMBERS


RULE = ProgramRule(("api/misspelt", "api/unknown"), "Source: API reference", _check)
