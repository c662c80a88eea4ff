"""The audit as `handset check --audit` tells of it; the keys are documented at `audit_object`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from runtime.audit.report import CATEGORIES, AuditReport, score
from runtime.diagnostics import Diagnostic, Severity

Entry = Callable[[Diagnostic, Severity], dict[str, Any]]


def audit_object(report: AuditReport, entry: Entry) -> dict[str, Any]:
    """`{"score", "categories": {name: score}, "rules": [{rule, category, weight, lost, findings}], "packages":
    [{root, bytes, limit_bytes}]}`; findings have the form of `diagnostics`, the main package has the root `""`."""
    return {
        "score": score(report.verdicts),
        "categories": _categories(report),
        "rules": [
            {
                "rule": verdict.name,
                "category": verdict.category,
                "weight": verdict.weight,
                "lost": verdict.lost,
                "findings": [entry(finding, finding.severity) for finding in verdict.findings],
            }
            for verdict in report.verdicts
        ],
        "packages": [
            {"root": one.root, "bytes": one.size_bytes, "limit_bytes": one.limit_bytes} for one in report.packages
        ],
    }


def audit_findings(report: AuditReport, known: Collection[Diagnostic]) -> list[Diagnostic]:
    """What the build has not said already, by place."""
    said = {(one.code, one.span) for one in known}
    found = [one for verdict in report.verdicts for one in verdict.findings if (one.code, one.span) not in said]
    return sorted(found, key=lambda one: (one.span, one.code))


def audit_scores(report: AuditReport) -> str:
    """The whole and each category, as `71 of 100 (performance 60, practice 85)`."""
    parts = ", ".join(f"{name} {points}" for name, points in _categories(report).items())
    return f"{score(report.verdicts)} of 100 ({parts})"


def _categories(report: AuditReport) -> dict[str, int]:
    by_name = {name: [one for one in report.verdicts if one.category == name] for name in CATEGORIES}
    return {name: score(verdicts) for name, verdicts in by_name.items() if verdicts}
