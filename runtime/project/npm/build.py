"""Writes an npm build into the project, as the menu entry of the official tools does."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from runtime.diagnostics import Diagnostic
from runtime.project.load import program_folder
from runtime.project.npm.plan import NpmPlan, PackedPackage, plan_npm
from runtime.project.resolve import NPM_FOLDER


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
    return write_plan(Path(os.path.realpath(project_root)), plan)


def write_plan(root: Path, plan: NpmPlan) -> NpmResult:
    """Writes the files of a plan below `root`; links that lead elsewhere are not followed."""
    for package in plan.packages:
        if not _is_nested(package.target):
            target = root / package.target
            if target.is_symlink():
                target.unlink()
            elif target.is_dir() and Path(os.path.realpath(target)).is_relative_to(root):
                shutil.rmtree(target)
    written = 0
    for name, packed in plan.files.items():
        path = root / name
        if not Path(os.path.realpath(path.parent)).is_relative_to(root):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed.read())
        written += 1
    folders = {package.target.partition(NPM_FOLDER)[0] + NPM_FOLDER for package in plan.packages}
    return NpmResult(plan.packages, tuple(sorted(folders)), written, plan.diagnostics)


def _is_nested(target: str) -> bool:
    return target.count(f"{NPM_FOLDER}/") > 1
