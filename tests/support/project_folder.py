"""Small projects in memory or on disk for tests of the project model and the compiler."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from runtime.diagnostics import Diagnostic

PAGE = {"app.json": '{"pages": ["pages/index/index"]}', "pages/index/index.wxml": "<view/>", "pages/index/index.js": ""}


def write_project(root: Path, files: Mapping[str, str]) -> Path:
    """Writes the files below `root` and returns it."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return root


def codes(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[str]:
    """Diagnostics as `code file:line:column`."""
    return [f"{d.code} {d.span.file}:{d.span.line}:{d.span.column}" for d in diagnostics]
