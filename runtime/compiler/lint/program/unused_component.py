"""An entry of `usingComponents` that no template uses; its files are loaded all the same."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    project = program.project
    used: dict[str, set[str]] = {stem: set() for stem in project.components}
    for path, owners in program.owners.items():
        for owner in owners:
            used[owner].update(program.compiled_templates[path].tags)
    for stem, component in project.components.items():
        if f"{stem}.wxml" in program.owners:
            known = used[stem] | set(component.placeholders.values())
            yield from _unused(program, stem, component.json, known)
    everywhere = set().union(*used.values(), *(c.placeholders.values() for c in project.components.values()))
    yield from _unused(program, "app", project.app, everywhere | set(_placeholders(project.app)))


def _unused(program: LintedProgram, stem: str, json: object, used: set[str]) -> Iterator[Diagnostic]:
    declared = json.get("usingComponents") if isinstance(json, dict) else None
    unused = [tag for tag in declared if tag not in used] if isinstance(declared, dict) else []
    text = program.config.get(f"{stem}.json") if unused else None
    if text is None:
        return
    for tag in unused:
        yield Diagnostic("project/unused-component", text.key_span("usingComponents", tag), {"tag": tag})


def _placeholders(json: object) -> list[str]:
    declared = json.get("componentPlaceholder") if isinstance(json, dict) else None
    return [name for name in declared.values() if isinstance(name, str)] if isinstance(declared, dict) else []


RULE = ProgramRule(("project/unused-component",), "Source: reference, code quality: unused components", _check)
