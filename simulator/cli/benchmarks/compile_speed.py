"""How fast a project compiles: cold, and again after one edit."""

from __future__ import annotations

import time
from typing import Any

from runtime.compiler.build import build
from runtime.project.load import load_project
from simulator.cli.benchmarks.projects import large_project


def measure(runs: int) -> dict[str, Any]:
    """`compile.files_per_s` (cold) and `compile.one_edit_ms` (one template of one page changed on disk)."""
    files_per_s, one_edit_ms = [], []
    with large_project() as root:
        files = sum(1 for path in root.rglob("*") if path.is_file())
        result = build(load_project(root), None)
        template = root / "pages" / "p3" / "p3.wxml"
        source = template.read_text("utf-8")
        for run in range(runs):
            started = time.perf_counter()
            result = build(load_project(root), None)
            files_per_s.append(files / (time.perf_counter() - started))
            template.write_text(source.replace("body", f"body b{run}"), encoding="utf-8")
            started = time.perf_counter()
            result = build(load_project(root), result)
            one_edit_ms.append((time.perf_counter() - started) * 1000)
    return {"compile": {"files_per_s": files_per_s, "one_edit_ms": one_edit_ms}}
