"""A function of `wx` that the platform no longer maintains; said once a file."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    known = program.project.platform.catalogue
    said: set[tuple[str, str]] = set()
    for path, use in program.api_uses():
        api = known.apis.get(f"wx.{use.name}") or known.legacy.get(f"wx.{use.name}")
        if api is None or not api.deprecated or (path, use.name) in said:
            continue
        said.add((path, use.name))
        better = api.deprecated.get("use") if isinstance(api.deprecated, dict) else None
        yield Diagnostic("api/deprecated", use.span, {"name": use.name, "better": str(better or "–")})


RULE = ProgramRule(("api/deprecated",), "Source: API reference, notes on each function", _check)
