"""Case folders of diagnostics: a small project, and in `diagnostics.json` everything that a build finds in it.

A case holds what it is about; the rest is a program of one page whose elements may have any name. `sizes.json` names
large files and their lengths in bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

from runtime.compiler.build import build
from runtime.diagnostics import Diagnostic
from runtime.project.load import load_project

CASES = Path(__file__).parents[3] / "samples" / "diagnostics"
_PLAIN = {
    "app.json": '{"pages": ["pages/index/index"]}',
    "pages/index/index.wxml": "<view class='{{any}}' id='{{any}}'/>",
    "pages/index/index.js": "Page({})",
}


def diagnostics_of(case: Path) -> list[Diagnostic]:
    """Everything that a build of the case finds, in the order of the places."""
    found = build(load_project(case, missing_files(case))).diagnostics
    return sorted(found, key=lambda one: (one.span, one.code))


def findings(case: Path) -> list[list[str]]:
    """The same as `[file:line:column, code, text]`."""
    return [
        [f"{one.span.file}:{one.span.line}:{one.span.column}", one.code, one.text()] for one in diagnostics_of(case)
    ]


def missing_files(case: Path) -> dict[str, str]:
    """What a case leaves out because it is the same in most of them."""
    sizes = case / "sizes.json"
    lengths: dict[str, int] = json.loads(sizes.read_text("utf-8")) if sizes.exists() else {}
    plain = {path: text for path, text in _PLAIN.items() if not (case / path).exists()}
    return plain | {path: "x" * length for path, length in lengths.items()}
