"""A regular expression of `packOptions` that is none, or could take for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.package_files import is_quick
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic, Span
from runtime.project.load import CONFIG_FILE


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    options = program.project.config.get("packOptions")
    for key in ("ignore", "include"):
        entries = options.get(key) if isinstance(options, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            value = entry.get("value") if isinstance(entry, dict) and entry.get("type") == "regexp" else None
            if isinstance(value, str) and not (is_quick(value) and _is_pattern(value)):
                yield Diagnostic("project/pack-pattern", Span(CONFIG_FILE), {"pattern": value})


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


RULE = ProgramRule(("project/pack-pattern",), "Source: project.config.json reference page, packOptions", _check)
