"""Runs the rules over a whole build with advice and makes the report. Reads files: not for the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from runtime.audit.report import AuditReport, PackageWeight, Verdict
from runtime.audit.rule import AuditedProgram, AuditRule
from runtime.audit.rules import package_sizes, pictures, scripts, templates, unused_files
from runtime.compiler.build import BuildResult
from runtime.compiler.lint.program.package_size import MAX_PACKAGE_BYTES
from runtime.diagnostics import Diagnostic

_QUALITY = "Source: code quality, packages of the platform's tools"
RULES: tuple[AuditRule, ...] = (
    AuditRule(("project/package-too-large",), "performance", 5, "Source: subpackages: 2 MB each"),
    package_sizes.TOTAL,
    AuditRule(("project/large-image", "project/icon-too-large"), "performance", 3, _QUALITY),
    pictures.OVERSIZED,
    pictures.DUPLICATES,
    unused_files.RESOURCES,
    templates.LARGE,
    templates.KEYS,
    AuditRule(("project/unused-component",), "performance", 2, _QUALITY),
    scripts.ADDRESSES,
    AuditRule(("api/deprecated", "wxml/retired-tag"), "practice", 3, "Source: audits: no deprecated interfaces"),
    AuditRule(("project/undeclared-page",), "practice", 2, "Source: audits: pages that nobody can reach"),
    AuditRule(("wxss/local-resource",), "practice", 2, "Source: WXSS: local resources are not available"),
    AuditRule(("wxss/component-selector",), "practice", 2, "Source: component styles: selectors to avoid"),
    AuditRule(("ios/date-format", "ios/regex-lookbehind"), "practice", 2, "Source: differences between systems"),
    scripts.TIMERS,
    unused_files.CODE,
    scripts.CONSOLE,
)


class Unwanted(Exception):
    """Nobody waits for the report any more."""


def audit(build: BuildResult, is_wanted: Callable[[], bool] = lambda: True) -> AuditReport:
    """Audits a whole build with advice. Raises Unwanted between two rules if nobody waits."""
    if build.part is not None or build.lint_units is None:
        raise ValueError("a part of a program, or one without advice, is not audited")
    program = AuditedProgram(build)
    verdicts = []
    for rule in RULES:
        if not is_wanted():
            raise Unwanted
        verdicts.append(Verdict(rule.codes[0], rule.category, rule.weight, _findings(rule, program)))
    return AuditReport(tuple(verdicts), _weights(program))


def _findings(rule: AuditRule, program: AuditedProgram) -> tuple[Diagnostic, ...]:
    if rule.check is None:
        return tuple(one for one in program.build.diagnostics if one.code in rule.codes)
    outer = program.files.outer
    return tuple(replace(one, span=one.span.in_file(outer(one.span.file))) for one in rule.check(program))


def _weights(program: AuditedProgram) -> tuple[PackageWeight, ...]:
    files = program.files
    found = []
    for root, paths in program.packages.items():
        sizes = sorted(((files.outer(path), files.size(path)) for path in paths), key=lambda one: (-one[1], one[0]))
        found.append(PackageWeight(root, sum(size for _, size in sizes), tuple(sizes), MAX_PACKAGE_BYTES))
    return tuple(sorted(found, key=lambda one: (one.root != "", -one.size_bytes, one.root)))
