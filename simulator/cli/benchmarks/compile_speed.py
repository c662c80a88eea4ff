"""How fast a project compiles: cold, and again after one edit; a component library beside the official compilers."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from runtime.compiler.build import build
from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.compiler.style_units import compile_styles, selected_data
from runtime.compiler.template_units import compile_templates
from runtime.compiler.units import Units
from runtime.project.load import load_project
from runtime.systems.system import THIS_SYSTEM
from simulator.cli.benchmarks.official_compilers import LIBRARY, official_compilers
from simulator.cli.benchmarks.packages import Packages, find_packages
from simulator.cli.benchmarks.projects import large_project, library_project

EDITED = "pages/p3/p3.wxml"
# The projects have plain style sheets alone.
_PLAIN = DirectStyleCompiler()


def measure(runs: int) -> dict[str, Any]:
    """`compile.files_per_s` (cold), `compile.one_edit_ms` (one template of one page, told by its path), and, where
    the packages are, `compile.library_ms`: all templates and styles of a library, cold; `library_official_ms`: the
    official compilers on the same; `library_ratio`; `library_edit_ms`: one edit with the whole library in use."""
    files_per_s = []
    with large_project() as root:
        files = sum(1 for path in root.rglob("*") if path.is_file())
        for _ in range(runs):
            started = time.perf_counter()
            build(load_project(root), style_compiler=_PLAIN)
            files_per_s.append(files / (time.perf_counter() - started))
        one_edit_ms = _edits_ms(root, EDITED, runs)
    packages = find_packages()
    library = _library(packages, runs) if packages is not None else {}
    return {"compile": {"files_per_s": files_per_s, "one_edit_ms": one_edit_ms, **library}}


def _edits_ms(root: Path, path: str, runs: int) -> list[float]:
    result = build(load_project(root), style_compiler=_PLAIN)
    source = (root / path).read_text("utf-8")
    times = []
    for run in range(runs):
        (root / path).write_text(f"{source}<view>{run}</view>\n", encoding="utf-8")
        started = time.perf_counter()
        result = build(result.project, result, [path], style_compiler=_PLAIN)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _library(packages: Packages, runs: int) -> dict[str, list[float]]:
    own, official = [], []
    with library_project(packages.folder / "node_modules" / LIBRARY) as root, TemporaryDirectory() as folder:
        compilers = official_compilers(packages, Path(folder))
        if compilers is None:
            print(f"there are no official compilers for {THIS_SYSTEM}", file=sys.stderr, flush=True)
        for _ in range(runs):
            own.append(_templates_and_styles_ms(root))
            if compilers is not None:
                official.append(compilers.run_ms())
        edits = _edits_ms(root, "pages/all/all.wxml", runs)
    ratios = [ours / theirs for ours, theirs in zip(own, official, strict=False)]
    return {
        "library_ms": own, "library_official_ms": official, "library_ratio": ratios, "library_edit_ms": edits,
    }  # fmt: skip


def _templates_and_styles_ms(root: Path) -> float:
    started = time.perf_counter()
    project = load_project(root)
    units = Units(project.files, None)
    styles = compile_styles(project, units, _PLAIN, {}, has_same_files=False)
    compile_templates(project, units, selected_data(units, styles.sheets.values()))
    return (time.perf_counter() - started) * 1000
