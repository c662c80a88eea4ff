"""A path that differs from the file's name in upper and lower case: found on some computers, on no phone."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.script.compile import SCRIPT_ENDINGS
from runtime.compiler.script_units import resolve_script
from runtime.diagnostics import Diagnostic
from runtime.project.paths import folder_of, join


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    files = program.project.files
    for path, facts in program.own_templates.items():
        for name, span in facts.resources:
            target = join(folder_of(path), name.partition("?")[0]) if "://" not in name else None
            if target and not files.exists(target) and (found := files.is_other_case(target)):
                yield Diagnostic("project/file-other-case", span, {"path": name, "found": found})
    for path in program.own_scripts:
        for reference in program.compiled_scripts[path].references:
            target = join(folder_of(path), reference.name) if reference.name.startswith(".") else None
            if not target or resolve_script(program.project, reference.name, path) is not None:
                continue
            others = (files.is_other_case(target + ending) for ending in SCRIPT_ENDINGS)
            if found := next(filter(None, others), ""):
                args = {"path": reference.name, "found": found}
                yield Diagnostic("project/file-other-case", reference.span, args)


RULE = ProgramRule(("project/file-other-case",), "Observed: file systems of phones tell cases apart", _check)
