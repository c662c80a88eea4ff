"""A handler that no script of the template's owners defines: nothing happens on the event."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.compiler.lint.template_file import HandlerUse
from runtime.diagnostics import Diagnostic
from runtime.project.paths import closest

# Written for `catch…` by those who only want to stop the event.
_PLACEHOLDERS = frozenset({"true", "false", "none", "null", "noop", "return", "void", "stop", "prevent", "_"})


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    for path, facts in program.own_templates.items():
        handlers = [use for use in facts.handlers if not _is_deliberate(use) and use.name not in program.assigned]
        if not handlers:
            continue
        methods: set[str] = set()
        for owner in program.owners.get(path, ()):
            known = program.definition(owner).methods
            if known is None:
                handlers = []
                break
            methods |= known
        for use in handlers:
            if use.name not in methods:
                args = {"name": use.name, "meant": closest(use.name, sorted(methods)) or "–"}
                yield Diagnostic("wxml/undefined-handler", use.span, args)


def _is_deliberate(use: HandlerUse) -> bool:
    """Blocking touches needs a `catch` with any text in it."""
    is_catch = use.form in ("catch", "capture-catch", "mut-bind")
    return is_catch and (use.event.startswith("touch") or use.name.lower() in _PLACEHOLDERS)


RULE = ProgramRule(("wxml/undefined-handler",), "Source: event reference page, handlers", _check)
