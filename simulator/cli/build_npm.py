"""The command `handset build-npm`: writes the packages of node_modules into `miniprogram_npm`.

Exit codes: 0 built, 1 something is missing, 2 the folder is not a project.
"""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from runtime.project.model import NotAProject
from runtime.project.npm.build import build_npm

EXIT_OK, EXIT_PROBLEMS, EXIT_NOT_A_PROJECT = 0, 1, 2


def run_build_npm(root: Path, *, out: TextIO) -> int:
    """Builds npm and says what was written."""
    try:
        result = build_npm(root)
    except NotAProject as error:
        print(f"handset: {error}", file=out)
        return EXIT_NOT_A_PROJECT
    for package in result.packages:
        how = "copied" if package.is_copied else "wrapped"
        print(f"{package.name} {package.version} {how} to {package.target}", file=out)
    for diagnostic in result.diagnostics:
        print(f"{diagnostic.span.file}: {diagnostic.severity} {diagnostic.code} {diagnostic.text()}", file=out)
    print(f"{len(result.packages)} packages, {result.file_count} files written", file=out)
    return EXIT_PROBLEMS if result.diagnostics else EXIT_OK
