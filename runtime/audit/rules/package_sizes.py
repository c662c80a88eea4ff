"""All packages together over the limit of the platform; that of one package is a finding of the build."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.diagnostics import Diagnostic, Span

MAX_TOTAL_BYTES = 20 * 1024 * 1024


def _total(program: AuditedProgram) -> Iterator[Diagnostic]:
    total = sum(program.files.size(path) for paths in program.packages.values() for path in paths)
    if total > MAX_TOTAL_BYTES:
        args = {"size": f"{total / 1024**2:.1f}", "most": str(MAX_TOTAL_BYTES // 1024**2)}
        yield Diagnostic("audit/total-too-large", Span("app.json"), args)


TOTAL = AuditRule(
    ("audit/total-too-large",), "performance", 5, "Source: subpackages reference page: 20 MB together", _total
)
