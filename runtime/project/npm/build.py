"""Writes an npm build into the project, as the menu entry of the official tools does."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from runtime.diagnostics import Diagnostic, Span
from runtime.project.gate import Gate
from runtime.project.load import program_folder
from runtime.project.npm.plan import NpmPlan, PackedPackage, plan_npm
from runtime.project.resolve import NPM_FOLDER
from runtime.systems.links import is_link


@dataclass(frozen=True, slots=True)
class NpmResult:
    """`folders`: the `miniprogram_npm` folders that were written, as seen from the project folder."""

    packages: tuple[PackedPackage, ...]
    folders: tuple[str, ...]
    file_count: int
    diagnostics: tuple[Diagnostic, ...]


def build_npm(project_root: Path) -> NpmResult:
    """Builds npm. Each package's folder is replaced as a whole. Raises NotAProject, OSError."""
    below, config = program_folder(project_root)
    plan = plan_npm(project_root, below, config)
    return write_plan(Gate(project_root), plan)


def write_plan(gate: Gate, plan: NpmPlan) -> NpmResult:
    """Writes the files of a plan into the project; from `miniprogram_npm` on no link is followed."""
    refused: dict[str, None] = {}
    for package in plan.packages:
        path = _place(gate, package.target)
        if path is None:
            refused[package.target] = None
        elif not _is_nested(package.target):
            _remove(path)
    written = 0
    for name, packed in plan.files.items():
        path = _place(gate, name)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            _remove(path)
            path.write_bytes(packed.read())
            written += 1
    packages = tuple(package for package in plan.packages if package.target not in refused)
    found = [Diagnostic("npm/behind-link", Span(target), {"path": target}) for target in refused]
    folders = {package.target.partition(NPM_FOLDER)[0] + NPM_FOLDER for package in packages}
    return NpmResult(packages, tuple(sorted(folders)), written, (*plan.diagnostics, *found))


def _place(gate: Gate, name: str) -> Path | None:
    """Where a package or file of the build lies; None if that is behind a link, or outside."""
    above, npm_folder, rest = name.partition(NPM_FOLDER)
    base = gate.place(gate.root / above)
    path = None if base is None else Path(f"{base / npm_folder}{rest}")
    return path if path is not None and gate.place(path.parent) == path.parent else None


def _remove(path: Path) -> None:
    if is_link(path):
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)


def _is_nested(target: str) -> bool:
    return target.count(f"{NPM_FOLDER}/") > 1
