"""Components that always contain each other in a circle: showing one never ends."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.circles import leads_to
from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic, Span


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    edges: dict[str, list[tuple[str, str, Span]]] = {}
    for stem, component in program.project.components.items():
        facts = program.templates.get(f"{stem}.wxml")
        tags = facts.certain if facts is not None else ()
        edges[stem] = [(component.using[tag], tag, span) for tag, span in tags if tag in component.using]
    uses = {stem: [target for target, _, _ in found] for stem, found in edges.items()}
    for stem, found in edges.items():
        for target, tag, span in found:
            if leads_to(target, stem, uses):
                yield Diagnostic("project/endless-component", span, {"tag": tag})


RULE = ProgramRule(("project/endless-component",), "Observed: the depth of components is limited", _check)
