"""Packages from npm to measure against: found, or installed at measure time into a folder outside the repository.

Nothing here is needed to run; without Node or without the packages the figures of others are left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

FOLDER_VARIABLE = "HANDSET_BENCH_PACKAGES"
"""Names the folder for the packages; default: `tests/.npm/bench` of a checkout, which the repository ignores."""
INSTALL_TIMEOUT_S = 300


@dataclass(frozen=True, slots=True)
class Packages:
    """`folder` holds `node_modules`."""

    node: str
    folder: Path

    def find(self, name: str) -> Path:
        """The folder of one package."""
        return self.folder / "node_modules" / name


def find_packages() -> Packages | None:
    """The packages that `resources/bench/peers/package.json` names; None, with a note, where they cannot be had."""
    node = shutil.which("node")
    folder = packages_folder()
    if node is None or folder is None:
        _note("Node is not installed" if node is None else f"{FOLDER_VARIABLE} names no folder")
        return None
    packages = Packages(node, folder)
    manifest = (files("resources") / "bench" / "peers" / "package.json").read_text("utf-8")
    if _is_installed(folder, manifest):
        return packages
    problem = _install(folder, manifest)
    if problem:
        _note(problem)
        return None
    return packages


def packages_folder() -> Path | None:
    """Where the packages are or would be; None if nobody has said so and this is no checkout."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    tests = Path(__file__).parents[3] / "tests"
    return tests / ".npm" / "bench" if tests.is_dir() else None


def _is_installed(folder: Path, manifest: str) -> bool:
    file = folder / "package.json"
    return (folder / "node_modules").is_dir() and file.is_file() and file.read_text("utf-8") == manifest


def _install(folder: Path, manifest: str) -> str:
    """Returns what went wrong, empty if nothing did."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    print(f"installing packages into {folder} …", file=sys.stderr, flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "package.json"
    file.write_text(manifest, encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=INSTALL_TIMEOUT_S)
    except (OSError, subprocess.SubprocessError) as error:
        file.unlink()
        return f"npm install failed ({error})"
    return ""


def _note(reason: str) -> None:
    print(f"figures of the official engines are left out: {reason}", file=sys.stderr, flush=True)
