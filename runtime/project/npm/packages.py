"""Finds installed packages as Node does and reads their manifests, all through the project's gate."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.project.gate import Gate
from runtime.systems.links import is_link

DEFAULT_FOLDER = "miniprogram_dist"
_MAX_MANIFEST_BYTES = 4 * 1024 * 1024
_ENDINGS = (".js", ".json", ".cjs", ".mjs")


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
        """The folder that would be copied from a package made for mini programs; it need not be there."""
        declared = self.manifest.get("miniprogram")
        name = declared.strip("./ ") if isinstance(declared, str) and declared.strip("./ ") else DEFAULT_FOLDER
        folder = Path(os.path.normpath(self.real / name))
        return folder if folder.is_relative_to(self.real) else None

    def entry(self, gate: Gate) -> Path | None:
        """The file of a plain package that `require` of its name means."""
        for declared in (self.manifest.get("main"), "index.js"):
            if not isinstance(declared, str) or not declared:
                continue
            found = resolve_in_package(gate, self.real, self.real, declared)
            if found is not None:
                return found
        return None


def read_manifest(gate: Gate, path: Path) -> dict[str, Any] | None:
    """A package.json; None if it is missing or no JSON object."""
    text = gate.text(path, _MAX_MANIFEST_BYTES)
    try:
        value = json.loads(text or "")
    except (ValueError, RecursionError):
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


def find_package(gate: Gate, name: str, start: Path) -> InstalledPackage | None:
    """The package that code in the folder `start` gets: the nearest `node_modules` upwards, within the project."""
    for found in _homes(gate, name, start):
        if not os.path.lexists(found):
            continue  # most places are empty, and the gate takes ten times as long to say so
        real = gate.place(found)
        manifest = read_manifest(gate, real / "package.json") if real is not None else None
        if real is not None and manifest is not None:
            return InstalledPackage(name, found, real, manifest)
    return None


def link_of_package(gate: Gate, name: str, start: Path) -> Path | None:
    """The link out of the project, or in a circle, that stands where `find_package` looks; None if there is none."""
    for found in _homes(gate, name, start):
        for path in (found / "package.json", found, *(above for above in found.parents if above != gate.root)):
            if is_link(Path(path)) and gate.fault(path) is not None:
                return path
    return None


def _homes(gate: Gate, name: str, start: Path) -> Iterator[Path]:
    for folder in (start, *start.parents):
        if not folder.is_relative_to(gate.root):
            return
        if folder.name != "node_modules":
            yield folder / "node_modules" / name


def resolve_in_package(gate: Gate, package: Path, folder: Path, name: str) -> Path | None:
    """The file of a package that a relative `require` in `folder` means."""
    base = Path(os.path.normpath(folder / name))
    tried = _tried(gate, package, base)
    return next((path for path in tried if path.is_relative_to(package) and gate.is_file(path)), None)


def _tried(gate: Gate, package: Path, base: Path) -> Iterator[Path]:
    """Where the file may be, the likeliest first."""
    yield from _with_endings(base)
    is_inner = base != package and base.is_relative_to(package) and gate.is_folder(base)
    inner = read_manifest(gate, base / "package.json") if is_inner else None
    main = inner.get("main") if inner is not None else None
    if isinstance(main, str) and main:
        target = Path(os.path.normpath(base / main))
        yield from _with_endings(target)
        yield from _indexes(target)
    yield from _indexes(base)


def _with_endings(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_name(path.name + ending) for ending in _ENDINGS)


def _indexes(folder: Path) -> list[Path]:
    return [folder / "index.js", folder / "index.json"]
