"""Packages from npm that tests drive Handset with: installed once, outside of the repository's own files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def install(packages: Path, folder: Path) -> None:
    """What the file `packages` (a package.json) names is in `folder/node_modules` afterwards."""
    wanted = packages.read_text("utf-8")
    stamp = folder / "installed.json"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(wanted, "utf-8")
    npm = shutil.which("npm")
    assert npm is not None, "these tests need Node.js with npm"
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder, check=True)
    stamp.write_text(wanted, "utf-8")
