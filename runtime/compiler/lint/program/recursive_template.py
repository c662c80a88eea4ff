"""A template that is used inside itself, where data decide how deep: phones of the older framework stop at once.

Only within one file. One that uses itself whatever the data are is `wxml/endless-template`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.lint.circles import leads_to
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.template_file import TemplateFacts
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for path, facts in program.own_templates.items():
        if not facts.uses or all(program.project.is_newer(stem) for stem in program.owners.get(path, ())):
            continue
        endless = {finding.span for finding in facts.diagnostics if finding.code == "wxml/endless-template"}
        edges = _edges(facts)
        for use in facts.uses:
            if use.span not in endless and leads_to(use.name, use.within, edges):
                yield Diagnostic("wxml/recursive-template", use.span, {"name": use.within})


def _edges(facts: TemplateFacts) -> Mapping[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for use in facts.uses:
        edges.setdefault(use.within, set()).add(use.name)
    return edges


RULE = ProgramRule(("wxml/recursive-template",), "Observed: wcc, 2020, and its runtime (called recursively)", _check)
