"""Files that a program gets from elsewhere in its project: packages of node_modules, packed in memory, and plug-ins
that lie beside it. On disk nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.project.faults import finding_of
from runtime.project.files import ProjectFiles
from runtime.project.json_text import read_json
from runtime.project.npm.plan import PackedPackage, plan_npm
from runtime.project.plugins import LocalPlugin, read_plugins
from runtime.project.resolve import EXTENDED_LIBRARIES


@dataclass(frozen=True)
class Mounts:
    """`files` by their path in the program. `packages` are those that no npm build on disk holds.

    `sources`: paths (as seen from the project folder) whose change calls for reading all of this again.
    """

    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    packages: tuple[PackedPackage, ...] = ()
    plugins: Mapping[str, LocalPlugin] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def mounted_files(files: ProjectFiles, config: Mapping[str, Any]) -> Mounts:
    """What a project brings along."""
    plan = plan_npm(files.project_root, files.below, config, _extended(files))
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
    plugins = read_plugins(files, config)
    for plugin in plugins.values():
        mounted.update(plugin.files)
    roots = {plugin.folder: plugin.faults for plugin in plugins.values()}
    left_out = [finding_of(fault) for faults in roots.values() for fault in faults]
    return Mounts(mounted, tuple(packages), plugins, (*plan.manifests, *roots), (*plan.diagnostics, *left_out))


def _extended(files: ProjectFiles) -> list[str]:
    """The packages behind the extended libraries that app.json uses."""
    libraries = read_json(files.text("app.json") or "", "app.json").members().get("useExtendedLib")
    used = [name for name, is_used in libraries.items() if is_used] if isinstance(libraries, dict) else []
    return [package for package, library in EXTENDED_LIBRARIES.items() if library in used]
