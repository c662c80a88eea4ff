"""The command `handset check`: compiles everything and lists what is wrong. Needs neither Qt nor the engine.

Exit codes: 0 nothing wrong (warnings may be listed), 1 errors found, 2 the folder is not a project.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from runtime.audit.audit import audit
from runtime.compiler.build import build
from runtime.diagnostics import Diagnostic, Severity, each_once
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.cli.annotations import Annotation
from simulator.cli.audit_report import audit_findings, audit_object, audit_scores
from simulator.styles.process import StyleProcess

EXIT_OK, EXIT_ERRORS, EXIT_NOT_A_PROJECT = 0, 1, 2
_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


# What works here and is refused by a compiler of the platform.
_STRICT = "/phone-refuses"


def run_check(
    root: Path,
    *,
    as_json: bool,
    out: TextIO,
    is_strict: bool = False,
    audits: bool = False,
    told: Callable[[list[tuple[Path, Annotation]]], None] = lambda found: None,
) -> int:
    """Checks a project folder and writes `file:line:column: severity code message` lines and a summary.

    `is_strict`: what a compiler of the platform refuses counts as an error, though it runs here.

    With `as_json`, one object: `{"ok", "pages", "files", "counts", "diagnostics": [{file, line, column, end_line,
    end_column, severity, code, message, help}]}`, or `{"ok": false, "error": …}` if it is not a project.
    `audits`: what the audit finds beyond that is listed too, and the object has `audit` (`simulator.cli.audit_report`).
    It changes no exit code. `told` hears what is found as annotations of the project.
    """
    try:
        with StyleProcess() as style_compiler:
            result = build(load_project(root), style_compiler=style_compiler)
    except NotAProject as error:
        print(json.dumps({"ok": False, "error": str(error)}) if as_json else str(error), file=out)
        return EXIT_NOT_A_PROJECT
    found = sorted(each_once(result.diagnostics), key=lambda diagnostic: (diagnostic.span, diagnostic.code))
    severities = [_severity(diagnostic, is_strict=is_strict) for diagnostic in found]
    counts = Counter(severities)
    file_count = len(result.compiled)
    report_of_audit = audit(result) if audits else None
    if as_json:
        report = {
            "ok": not counts["error"],
            "pages": len(result.project.pages),
            "files": file_count,
            "counts": {severity: counts[severity] for severity in _ORDER},
            "diagnostics": [entry(*both) for both in zip(found, severities, strict=True)],
        }
        if report_of_audit is not None:
            report["audit"] = audit_object(report_of_audit, entry)
        print(json.dumps(report, ensure_ascii=False, indent=2), file=out)
    else:
        for both in zip(found, severities, strict=True):
            print(both[0].line(both[1]), file=out)
        for one in audit_findings(report_of_audit, found) if report_of_audit else ():
            print(one.line(), file=out)
        numbers = ", ".join(f"{counts[severity]} {_plural(severity, counts[severity])}" for severity in _ORDER)
        print(f"{len(result.project.pages)} pages, {file_count} files compiled: {numbers}", file=out)
        if report_of_audit is not None:
            print(f"audit: {audit_scores(report_of_audit)}", file=out)
    told([(root, _annotation(*both)) for both in zip(found, severities, strict=True)])
    return EXIT_ERRORS if counts["error"] else EXIT_OK


def _severity(diagnostic: Diagnostic, *, is_strict: bool) -> Severity:
    return "error" if is_strict and diagnostic.code.endswith(_STRICT) else diagnostic.severity


def entry(diagnostic: Diagnostic, severity: Severity) -> dict[str, Any]:
    """For programs."""
    span = diagnostic.span
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "severity": severity,
        "code": diagnostic.code,
        "message": diagnostic.text(),
        "help": diagnostic.help(),
    }


def _annotation(diagnostic: Diagnostic, severity: Severity) -> Annotation:
    span = diagnostic.span
    return Annotation(severity, diagnostic.text(), diagnostic.code, span.file, span.line, span.column)


def _plural(severity: Severity, count: int) -> str:
    if severity == "info":
        return "notes" if count != 1 else "note"
    return severity if count == 1 else f"{severity}s"
