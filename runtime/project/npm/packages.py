"""Finds installed packages as Node does and reads their manifests. Nothing outside the project folder is read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT_FOLDER = "miniprogram_dist"
_MAX_MANIFEST_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A package on disk. `folder` is where it was found, `real` where a link (as pnpm makes them) leads."""

    name: str
    folder: Path
    real: Path
    manifest: dict[str, Any]

    @property
    def version(self) -> str:
        """The version that its manifest states."""
        return str(self.manifest.get("version") or "")

    @property
    def dependencies(self) -> list[str]:
        """The packages that it needs at run time."""
        return dependencies_of(self.manifest)

    @property
    def program_folder(self) -> Path | None:
        """The folder that is copied, if the package is made for mini programs."""
        declared = self.manifest.get("miniprogram")
        name = declared.strip("./ ") if isinstance(declared, str) and declared.strip("./ ") else DEFAULT_FOLDER
        folder = Path(os.path.normpath(self.real / name))
        return folder if folder.is_dir() and folder.is_relative_to(self.real) else None

    @property
    def entry(self) -> Path | None:
        """The file of a plain package that `require` of its name means."""
        for declared in (self.manifest.get("main"), "index.js"):
            if not isinstance(declared, str) or not declared:
                continue
            found = resolve_in_package(self.real, self.real, declared)
            if found is not None:
                return found
        return None


def read_manifest(path: Path) -> dict[str, Any] | None:
    """A package.json; None if it is missing or no JSON object."""
    try:
        if path.stat().st_size > _MAX_MANIFEST_BYTES:
            return None
        value = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def dependencies_of(manifest: dict[str, Any]) -> list[str]:
    """The names under `dependencies`."""
    declared = manifest.get("dependencies")
    return [name for name in declared if is_package_name(name)] if isinstance(declared, dict) else []


def is_package_name(name: object) -> bool:
    """Whether the text can name a package: no path out of `node_modules`."""
    if not isinstance(name, str) or not name or "\\" in name:
        return False
    parts = name.split("/")
    wanted = 2 if name.startswith("@") else 1
    return len(parts) == wanted and all(part and not part.startswith(".") for part in parts)


def find_package(name: str, start: Path, boundary: Path) -> InstalledPackage | None:
    """The package that code in the folder `start` gets: the nearest `node_modules` upwards, within `boundary`."""
    for folder in (start, *start.parents):
        if not folder.is_relative_to(boundary):
            return None
        if folder.name == "node_modules":
            continue
        found = folder / "node_modules" / name
        real = Path(os.path.realpath(found))
        manifest = read_manifest(real / "package.json") if real.is_relative_to(boundary) else None
        if manifest is not None:
            return InstalledPackage(name, found, real, manifest)
    return None


def resolve_in_package(package: Path, folder: Path, name: str) -> Path | None:
    """The file of a package that a relative `require` in `folder` means."""
    base = Path(os.path.normpath(folder / name))
    if not base.is_relative_to(package):
        return None
    for path in (base, *(base.with_name(base.name + ending) for ending in (".js", ".json", ".cjs", ".mjs"))):
        if path.is_file():
            return path
    inner = read_manifest(base / "package.json") if base != package else None
    if inner is not None and isinstance(inner.get("main"), str):
        found = resolve_in_package(package, base, inner["main"] or "index.js")
        if found is not None:
            return found
    return next((path for path in (base / "index.js", base / "index.json") if path.is_file()), None)


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """All files of a folder by their path in it; links and nested `node_modules` are left out."""
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "node_modules" and not name.startswith("."))
        for name in sorted(names):
            path = Path(top, name)
            if path.is_symlink():
                continue
            yield path.relative_to(folder).as_posix(), path
