"""A project of a few files with its audit."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path

from runtime.audit.audit import audit
from runtime.audit.report import AuditReport
from runtime.compiler.build import build
from runtime.project.load import load_project

Files = Mapping[str, str | bytes]
BASE: Files = {
    "app.json": json.dumps({"pages": ["pages/a/a"]}),
    "app.js": "App({})\n",
    "pages/a/a.js": "Page({})\n",
    "pages/a/a.json": "{}",
    "pages/a/a.wxml": "<view>a</view>\n",
}


def audited(root: Path, files: Files) -> AuditReport:
    """The audit of a small project with these files."""
    for path, text in {**BASE, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode() if isinstance(text, str) else text)
    return audit(build(load_project(root)))


def found(report: AuditReport, *codes: str) -> list[tuple[str, str, int]]:
    """Code, file and line of each finding with these codes, or of all from the audit's own rules."""
    return [
        (one.code, one.span.file, one.span.line)
        for verdict in report.verdicts
        for one in verdict.findings
        if (one.code in codes if codes else one.code.startswith("audit/"))
    ]


def png(width: int, height: int, padding: int = 2000) -> bytes:
    """The head of a picture, and bytes that make it weigh something."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + bytes(padding)
