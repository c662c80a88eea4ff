"""Files that a program gets from elsewhere: packages of node_modules, packed in memory, plug-ins that lie beside it,
and extended libraries that nobody installed. On disk nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.project.extended import package_folder, stand_in, used_packages
from runtime.project.faults import finding_of
from runtime.project.files import ProjectFiles
from runtime.project.npm.plan import PackedPackage, plan_npm
from runtime.project.plugins import LocalPlugin, read_plugins


@dataclass(frozen=True)
class Mounts:
    """`files` by their path in the program. `packages` are those that no npm build on disk holds.

    `extended`: the packages of the extended libraries in use; `stand_ins`: those of them that Handset renders itself.
    `sources`: paths (as seen from the project folder) whose change calls for reading all of this again.
    """

    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    packages: tuple[PackedPackage, ...] = ()
    plugins: Mapping[str, LocalPlugin] = field(default_factory=dict)
    extended: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def mounted_files(files: ProjectFiles, config: Mapping[str, Any]) -> Mounts:
    """What a project brings along."""
    extended = used_packages(files)
    plan = plan_npm(files.project_root, files.below, config, extended)
    packages = []
    mounted: dict[str, Callable[[], bytes]] = {}
    for package in plan.packages:
        target = files.inner(package.target)
        if target is not None and not any(path.startswith(f"{target}/") for path in files.paths):
            packages.append(package)
    folders = tuple(f"{package.target}/" for package in packages)
    for name, packed in plan.files.items():
        path = files.inner(name)
        if path is not None and name.startswith(folders):
            mounted[path] = packed.read
    known = (*files.paths, *mounted)
    stand_ins = tuple(
        name for name in extended if not any(path.startswith(f"{package_folder(name)}/") for path in known)
    )
    for name in stand_ins:
        mounted.update(stand_in(name))
    plugins = read_plugins(files, config)
    for plugin in plugins.values():
        mounted.update(plugin.files)
    roots = {plugin.folder: plugin.faults for plugin in plugins.values()}
    left_out = [finding_of(fault) for faults in roots.values() for fault in faults]
    return Mounts(
        files=mounted,
        packages=tuple(packages),
        plugins=plugins,
        extended=extended,
        stand_ins=stand_ins,
        sources=(*plan.manifests, *roots, *(files.outer(package_folder(name)) for name in stand_ins)),
        diagnostics=(*plan.diagnostics, *left_out),
    )
