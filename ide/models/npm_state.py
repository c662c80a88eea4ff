"""How the packages from npm of a project stand: as the last build has found them, and as the written ones are dated."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from runtime.project.resolve import NPM_FOLDER

NpmState = Literal["none", "missing", "not_built", "older", "built"]
"""`none`: the program has no packages. `older`: they were built before package.json, or what is installed, changed."""

MISSING_CODE = "npm/missing-packages"
NOT_BUILT_CODE = "npm/packed-in-memory"
TOGETHER_S = 60
"""A fresh clone writes all its files within this time, in any order."""


def npm_state(root: Path, npm_folders: Sequence[str], codes: Collection[str]) -> NpmState:
    """Of a project folder. `npm_folders` are the written ones in it, `codes` those of all findings of the build."""
    if MISSING_CODE in codes:
        return "missing"
    if NOT_BUILT_CODE in codes:
        return "not_built"
    folders = [root / folder for folder in npm_folders if folder.count(NPM_FOLDER) == 1]
    if not folders:
        return "none"
    return "older" if any(_is_older(root, folder) for folder in folders) else "built"


def _is_older(root: Path, folder: Path) -> bool:
    home = next((one for one in folder.parents if (one / "package.json").is_file() or one == root), root)
    asked = max(_changed_s(home / "package.json"), _changed_s(home / "node_modules" / ".package-lock.json"))
    return asked > _written_s(folder) + TOGETHER_S


def _written_s(folder: Path) -> float:
    """When a package was built last: each is made anew as a whole."""
    with suppress(OSError), os.scandir(folder) as entries:
        return max((_changed_s(folder), *(_changed_s(Path(entry.path)) for entry in entries)))
    return 0.0


def _changed_s(path: Path) -> float:
    with suppress(OSError):
        return path.lstat().st_mtime
    return 0.0
