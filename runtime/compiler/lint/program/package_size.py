"""A package over the limit, with its biggest files; icons of tabs and images that are too large."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.compiler.lint.linted_program import LintedProgram
from runtime.compiler.lint.rule import ProgramRule
from runtime.diagnostics import Diagnostic, Span

MAX_PACKAGE_BYTES = 2 * 1024 * 1024
_SHOWN = 5


def _check(program: LintedProgram) -> Iterator[Diagnostic]:
    files = program.project.files
    for root, paths in program.packages.items():
        total = sum(files.size(path) for path in paths)
        if total <= MAX_PACKAGE_BYTES:
            continue
        biggest = sorted(paths, key=files.size, reverse=True)[:_SHOWN]
        args = {
            "package": root or "/",
            "size": f"{total / 1024 / 1024:.1f}",
            "biggest": ", ".join(f"{path} ({files.size(path) // 1024} kB)" for path in biggest),
        }
        yield Diagnostic("project/package-too-large", Span("app.json"), args)


RULE = ProgramRule(("project/package-too-large",), "Source: subpackages reference page: 2 MB each", _check)
