"""The project's own files, as the tests of its structure see them."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOT_OURS = {"__pycache__", ".npm"}
PACKAGES = ("runtime", "simulator", "ide")


def source_files(*suffixes: str, folders: tuple[str, ...] = PACKAGES) -> Iterator[Path]:
    """All files of the packages with one of the suffixes."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes and not _NOT_OURS & set(path.parts):
                yield path


def name_of(path: Path) -> str:
    """The path as messages show it."""
    return path.relative_to(ROOT).as_posix()


def run_tool(*command: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of the virtual environment in the root folder."""
    program = Path(sys.executable).parent / command[0]
    return subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True)


def imported_modules(source: str) -> list[str]:
    """The modules that a Python text imports, wherever it does."""
    modules = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.append(node.module)
    return modules
