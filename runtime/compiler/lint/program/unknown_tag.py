"""A tag that is neither built in nor a component of any page or component that shows the template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.wxml.builtin_tags import builtin_tags
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest

# Tags of the platform's first year, and what took their place.
_RETIRED: Mapping[str, str] = {
    "action-sheet": "wx.showActionSheet",
    "action-sheet-item": "wx.showActionSheet",
    "action-sheet-cancel": "wx.showActionSheet",
    "loading": "wx.showLoading",
    "modal": "wx.showModal",
    "toast": "wx.showToast",
}


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for path, template in program.compiled_templates.items():
        owners = program.owners.get(path, frozenset())
        known: set[str] = set()
        is_scene = False
        for owner in owners:
            known |= _known(program, owner)
            is_scene = is_scene or program.project.components[owner].json.get("renderer") == "xr-frame"
        for tag, span in template.tags.items():
            if tag in known or not owners or (is_scene and tag.startswith("xr-")):
                continue
            if tag in _RETIRED:
                yield Diagnostic("wxml/retired-tag", span, {"tag": tag, "better": _RETIRED[tag]})
            else:
                meant = closest(tag, sorted(known)) or closest(tag, sorted(builtin_tags())) or "–"
                yield Diagnostic("project/unknown-tag", span, {"tag": tag, "meant": meant})


def _known(program: LintedProgram, owner: str) -> set[str]:
    """Names that the owner or app.json declares, found or not: those that are not found are reported there."""
    component = program.project.components[owner]
    known = {*component.using, *component.generics, *component.placeholders}
    for json in (component.json, program.project.app):
        declared = json.get("usingComponents")
        known |= set(declared) if isinstance(declared, dict) else set()
    return known


RULE = ProgramRule(
    ("project/unknown-tag", "wxml/retired-tag"), "Source: component reference; custom component reference page", _check
)
