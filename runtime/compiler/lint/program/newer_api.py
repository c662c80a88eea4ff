"""A function of `wx` that came later than the base library that the project names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic
from runtime.platform.can_i_use import is_old_enough

_VERSION = re.compile(r"\d+\.\d+\.\d+")


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    chosen = program.project.config.get("libVersion")
    if not isinstance(chosen, str) or not _VERSION.fullmatch(chosen):
        return
    apis = program.project.platform.catalogue.apis
    for _, use in program.api_uses():
        api = apis.get(f"wx.{use.name}")
        if api is None or use.is_guarded or not _VERSION.fullmatch(api.since) or is_old_enough(api.since, chosen):
            continue
        yield Diagnostic("api/newer-than-library", use.span, {"name": use.name, "since": api.since, "chosen": chosen})


RULE = ProgramRule(("api/newer-than-library",), "Source: API reference, base library versions", _check)
