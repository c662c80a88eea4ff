"""Components that always contain each other in a circle: showing one never ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic, Span

Edges = Mapping[str, list[tuple[str, str, Span]]]


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    edges: dict[str, list[tuple[str, str, Span]]] = {}
    for stem, component in program.project.components.items():
        facts = program.templates.get(f"{stem}.wxml")
        tags = facts.certain if facts is not None else ()
        edges[stem] = [(component.using[tag], tag, span) for tag, span in tags if tag in component.using]
    for stem, uses in edges.items():
        for target, tag, span in uses:
            if _leads_to(target, stem, edges):
                yield Diagnostic("project/endless-component", span, {"tag": tag})


def _leads_to(start: str, goal: str, edges: Edges) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        stem = waiting.pop()
        if stem == goal:
            return True
        if stem not in seen:
            seen.add(stem)
            waiting += [target for target, _, _ in edges.get(stem, ())]
    return False


RULE = ProgramRule(("project/endless-component",), "Observed: the depth of components is limited", _check)
