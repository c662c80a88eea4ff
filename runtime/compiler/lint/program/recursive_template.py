"""A template that is used inside itself, where data decide how deep: phones of the older framework stop at once.

Also by way of other files: a name means a template of the file that it is written in, or else of the last import that
has it, and what is included stands where it is included. One that uses itself whatever the data are is
`wxml/endless-template`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.lint.circles import leads_to
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.template_file import TemplateFacts, TemplateUse
from runtime.diagnostics import Diagnostic

Named = tuple[str, str]
"""A template: its file and its name; what a file shows itself has no name."""


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    edges = _edges(program.templates)
    for path, facts in program.own_templates.items():
        if not facts.named.uses or all(program.project.is_newer(stem) for stem in program.owners.get(path, ())):
            continue
        endless = {finding.span for finding in facts.diagnostics if finding.code == "wxml/endless-template"}
        for use in facts.named.uses:
            target = _meant(use, path, program.templates) if use.within and use.span not in endless else None
            if target is not None and leads_to(target, (path, use.within), edges):
                yield Diagnostic("wxml/recursive-template", use.span, {"name": use.within})


def _edges(templates: Mapping[str, TemplateFacts]) -> Mapping[Named, set[Named]]:
    edges: dict[Named, set[Named]] = {}
    for path, facts in templates.items():
        for use in facts.named.uses:
            target = _meant(use, path, templates)
            if target is not None:
                edges.setdefault((path, use.within), set()).add(target)
    return edges


def _meant(use: TemplateUse, path: str, templates: Mapping[str, TemplateFacts]) -> Named | None:
    if use.file:
        return (use.file, "")
    for place in (path, *reversed(templates[path].named.imports)):
        if place in templates and use.name in templates[place].named.names:
            return (place, use.name)
    return None


RULE = ProgramRule(("wxml/recursive-template",), "Observed: wcc, 2020, and its runtime (called recursively)", _check)
