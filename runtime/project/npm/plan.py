"""Says what an npm build of a project consists of, without writing anything.

For every package.json of the program's folder (or those that `packNpmRelationList` names, with `packNpmManually`)
the packages under `dependencies` and theirs: one made for mini programs is copied, any other becomes one file.
`node_modules/a/node_modules/b` becomes `miniprogram_npm/a/miniprogram_npm/b`.
Source: the reference's pages on npm and on project.config.json.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from runtime.diagnostics import Diagnostic, Span
from runtime.project.faults import finding_of
from runtime.project.gate import Fault, Gate
from runtime.project.json_text import read_json
from runtime.project.npm.bundle import bundle_package
from runtime.project.npm.packages import (
    InstalledPackage,
    dependencies_of,
    find_package,
    link_of_package,
    read_manifest,
)
from runtime.project.paths import join
from runtime.project.resolve import NPM_FOLDER

_SKIPPED = frozenset({"node_modules", NPM_FOLDER})
MAX_PACKAGES = 2_000


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of the build. `read` gives its content, made when it is asked for."""

    read: Callable[[], bytes]
    source: Path


@dataclass(frozen=True, slots=True)
class PackedPackage:
    """One package of the build. `target` is its folder as seen from the project folder."""

    name: str
    version: str
    target: str
    is_copied: bool


@dataclass(frozen=True)
class NpmPlan:
    """`files` by their path as seen from the project folder. `manifests`: the package.json files that count."""

    files: Mapping[str, PackedFile]
    packages: tuple[PackedPackage, ...]
    manifests: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan_npm(root: Path, below: str, config: Mapping[str, Any], extra: Iterable[str] = ()) -> NpmPlan:
    """The build of a project folder. `below` is the program's folder in it, `config` project.config.json.

    `extra` packages are added if they are installed, whether a package.json asks for them or not.
    """
    gate = Gate(root)
    plan = _Plan(gate, below)
    for manifest, target in _relations(gate, below, config, plan.diagnostics):
        plan.add(manifest, target)
    program = gate.root / below if below else gate.root
    for name in extra:
        plan.add_packages([name], program, below, None)
    return NpmPlan(plan.files, tuple(plan.packages), tuple(plan.manifests), tuple(plan.diagnostics))


def _relations(gate: Gate, below: str, config: Mapping[str, Any], found: list[Diagnostic]) -> list[tuple[Path, str]]:
    """The package.json files with the folders (as seen from the project folder) that get `miniprogram_npm`."""
    root = gate.root
    settings = config.get("setting")
    settings = settings if isinstance(settings, dict) else {}
    relations = settings.get("packNpmRelationList")
    if settings.get("packNpmManually") is True and isinstance(relations, list):
        pairs = []
        for relation in relations:
            manifest = relation.get("packageJsonPath") if isinstance(relation, dict) else None
            target = relation.get("miniprogramNpmDistDir") if isinstance(relation, dict) else None
            path = join("", manifest) if isinstance(manifest, str) else None
            folder = join("", target) if isinstance(target, str) else None
            if path is None or folder is None or not gate.is_file(root / path):
                args = {"path": str(manifest)}
                found.append(Diagnostic("npm/bad-relation", Span("project.config.json"), args))
                continue
            pairs.append((root / path, folder))
        return pairs
    functions = config.get("cloudfunctionRoot")
    skipped = join("", functions) if isinstance(functions, str) else None
    pairs = [
        (path, folder)
        for path in _manifests(gate, root / below if below else root)
        if (folder := path.parent.relative_to(root).as_posix()) != skipped and not folder.startswith(f"{skipped}/")
    ]
    if not pairs and below and gate.is_file(root / "package.json"):
        # Beyond the official tools: a manifest beside the program's folder counts if there is none in it.
        pairs.append((root / "package.json", below))
    return [(path, "" if folder == "." else folder) for path, folder in pairs]


def _manifests(gate: Gate, folder: Path) -> list[Path]:
    if not gate.is_folder(folder):
        return []
    found = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED and not name.startswith("."))
        if "package.json" in names:
            found.append(Path(top, "package.json"))
    return found


@dataclass
class _Plan:
    gate: Gate
    below: str
    files: dict[str, PackedFile] = field(default_factory=dict)
    packages: list[PackedPackage] = field(default_factory=list)
    manifests: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _done: set[str] = field(default_factory=set)

    def add(self, manifest_path: Path, target: str) -> None:
        """Adds what one package.json asks for."""
        shown = manifest_path.relative_to(self.gate.root).as_posix()
        manifest = read_manifest(self.gate, manifest_path)
        if manifest is None:
            if not self._tell_link(manifest_path):
                self.diagnostics.append(Diagnostic("npm/bad-manifest", Span(shown)))
            return
        self.manifests.append(shown)
        # Packages that only tools further down need (cloud functions, servers) may be missing without a word.
        is_of_program = target in ("", self.below) or manifest_path.parent == self.gate.root
        names = dependencies_of(manifest)
        self.add_packages(names, manifest_path.parent, target, shown if is_of_program else None)

    def add_packages(self, names: list[str], folder: Path, target: str, manifest: str | None) -> None:
        """Adds packages that code in `folder` asks for, and what they depend on.

        `manifest`: the package.json that names them and at which missing ones are reported.
        """
        top = f"{target}/{NPM_FOLDER}" if target else NPM_FOLDER
        waiting: list[tuple[str, Path, str, tuple[Path, ...]]] = [(name, folder, top, ()) for name in names]
        modules = folder / "node_modules"
        while waiting and len(self.packages) < MAX_PACKAGES:
            name, start, nested, above = waiting.pop(0)
            package = find_package(self.gate, name, start)
            if package is None:
                link = link_of_package(self.gate, name, start)
                span = _dependency_span(self.gate, manifest, name) if manifest is not None else None
                if link is not None:
                    self._tell_link(link, span)
                elif not above and span is not None:
                    self.diagnostics.append(Diagnostic("npm/not-installed", span, {"name": name}))
                continue
            if package.real in above:
                continue
            place = _place(package, modules, top, nested)
            if place in self._done:
                continue
            self._done.add(place)
            self._pack(package, place)
            deeper = f"{place}/{NPM_FOLDER}"
            waiting += [(inner, package.real, deeper, (*above, package.real)) for inner in package.dependencies]

    def _pack(self, package: InstalledPackage, place: str) -> None:
        folder = package.program_folder
        is_copied = folder is not None and self.gate.is_folder(folder)
        if folder is not None and is_copied:
            self.files |= {f"{place}/{name}": packed for name, packed in packed_files(self.gate, folder, self._tell)}
        else:
            if folder is not None:
                self._tell_link(folder)
            entry = package.entry(self.gate)
            if entry is None:
                return
            self.files[f"{place}/index.js"] = _wrapped(self.gate, package.real, entry)
        self.packages.append(PackedPackage(package.name, package.version, place, is_copied))

    def _tell(self, fault: Fault) -> None:
        self.diagnostics.append(finding_of(fault))

    def _tell_link(self, path: Path, span: Span | None = None) -> bool:
        """Reports a link that the gate does not let through; False if it is none."""
        kind = self.gate.fault(path)
        if kind is None:
            return False
        fault = Fault(path.relative_to(self.gate.root).as_posix(), kind)
        self.diagnostics.append(finding_of(fault, span=span))
        return True


def packed_files(gate: Gate, folder: Path, tell: Callable[[Fault], object]) -> Iterator[tuple[str, PackedFile]]:
    """All files below a folder by their path in it, without nested `node_modules` and hidden folders."""

    def found(fault: Fault) -> None:
        tell(Fault((folder.relative_to(gate.root) / fault.path).as_posix(), fault.kind))

    for name, path in gate.walk(folder, lambda name: name == "node_modules" or name.startswith("."), found):
        yield name, PackedFile(partial(_content, gate, path), Path(path))


def _content(gate: Gate, path: str) -> bytes:
    return gate.read_walked(path) or b""


def _dependency_span(gate: Gate, manifest: str, name: str) -> Span:
    text = read_json(gate.text(gate.root / manifest) or "", manifest)
    return text.key_span("dependencies", name)


def _wrapped(gate: Gate, folder: Path, entry: Path) -> PackedFile:
    def has_package(name: str) -> bool:
        return find_package(gate, name, folder) is not None

    return PackedFile(lambda: bundle_package(gate, folder, entry, has_package).encode(), entry)


def _place(package: InstalledPackage, modules: Path, top: str, nested: str) -> str:
    """Beside the others where `node_modules` has it there, else below the package that needs it."""
    if package.folder.is_relative_to(modules):
        inner = package.folder.relative_to(modules).as_posix()
        if ".pnpm" not in inner:
            return f"{top}/{inner}".replace("/node_modules/", f"/{NPM_FOLDER}/")
    return f"{nested}/{package.name}"
