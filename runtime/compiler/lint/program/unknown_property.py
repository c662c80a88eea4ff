"""An attribute of a component that its script does not declare: it is not handed over."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for path, facts in program.own_templates.items():
        for use in facts.properties:
            declared = _declared(program, path, use.tag)
            if declared is None or use.name in declared:
                continue
            args = {"name": use.written, "tag": use.tag, "meant": closest(use.name, sorted(declared)) or "–"}
            yield Diagnostic("wxml/unknown-property", use.span, args)


def _declared(program: LintedProgram, path: str, tag: str) -> frozenset[str] | None:
    """The properties of all components that the tag stands for; None if one of them is not certain."""
    found: set[str] = set()
    owners = program.owners.get(path, frozenset())
    for owner in owners:
        stem = program.project.components[owner].using.get(tag)
        if stem is not None and program.project.components[stem].json.get("renderer") == "xr-frame":
            return None  # its scene takes attributes of its own
        properties = program.definition(stem).properties if stem is not None else None
        if properties is None:
            return None
        found |= properties
    return frozenset(found) if owners else None


RULE = ProgramRule(("wxml/unknown-property",), "Source: Component reference page, properties", _check)
