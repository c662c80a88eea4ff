"""A tag that is neither built in nor a component of any page or component that shows the template."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for path, owners in program.owners.items():
        template = program.compiled_templates[path]
        known: set[str] = set()
        is_scene = False
        for owner in owners:
            known |= _known(program, owner)
            is_scene = is_scene or program.project.components[owner].json.get("renderer") == "xr-frame"
        for tag, span in template.tags.items():
            if tag not in known and not (is_scene and tag.startswith("xr-")):
                meant = closest(tag, sorted(known)) or closest(tag, sorted(program.project.platform.tags)) or "–"
                yield Diagnostic("project/unknown-tag", span, {"tag": tag, "meant": meant})


def _known(program: LintedProgram, owner: str) -> set[str]:
    """Names that the owner or app.json declares, found or not: those that are not found are reported there."""
    component = program.project.components[owner]
    known = {*component.using, *component.generics, *component.placeholders}
    for json in (component.json, program.project.app):
        declared = json.get("usingComponents")
        known |= set(declared) if isinstance(declared, dict) else set()
    return known


RULE = ProgramRule(("project/unknown-tag",), "Source: component reference; custom component reference page", _check)
