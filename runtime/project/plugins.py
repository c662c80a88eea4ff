"""Plug-ins whose source lies in the project: `pluginRoot` of project.config.json, or a `path` in app.json.

Their files take part in the program below `PLUGIN_FOLDER`. Plug-ins from the platform's market cannot be had here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from runtime.project.files import ProjectFiles
from runtime.project.gate import Fault
from runtime.project.json_text import read_json
from runtime.project.npm.plan import packed_files
from runtime.project.paths import join, without_suffix

PLUGIN_FOLDER = "__plugin__"
SCHEMES = ("plugin", "plugin-private", "dynamicLib")


@dataclass(frozen=True, slots=True)
class LocalPlugin:
    """A plug-in under one of its names. Paths of components and the main script are those in the program."""

    name: str
    folder: str
    components: Mapping[str, str]
    main: str
    files: Mapping[str, Callable[[], bytes]]
    faults: tuple[Fault, ...] = ()


def read_plugins(files: ProjectFiles, config: Mapping[str, Any]) -> dict[str, LocalPlugin]:
    """The local plug-ins by the names that the program uses: the key in app.json, and the provider's id."""
    app = read_json(files.text("app.json") or "", "app.json").members()
    declared = dict(app.get("plugins") or {}) if isinstance(app.get("plugins"), dict) else {}
    for key in ("subPackages", "subpackages"):
        for package in app.get(key) or () if isinstance(app.get(key), list) else ():
            if isinstance(package, dict) and isinstance(package.get("plugins"), dict):
                declared.update(package["plugins"])
    found: dict[str, LocalPlugin] = {}
    for name, entry in declared.items():
        own = entry.get("path") if isinstance(entry, dict) else None
        root = own if isinstance(own, str) and own else config.get("pluginRoot")
        folder = join("", root) if isinstance(root, str) and root.strip("./") else None
        plugin = _read(files, name, folder) if folder else None
        if plugin is not None:
            found[name] = plugin
            provider = entry.get("provider") if isinstance(entry, dict) else None
            if isinstance(provider, str) and provider:
                found.setdefault(provider, plugin)
    return found


def _read(files: ProjectFiles, name: str, folder: str) -> LocalPlugin | None:
    gate, top = files.gate, files.project_root / folder
    manifest = gate.text(top / "plugin.json")
    if manifest is None:
        return None
    base = f"{PLUGIN_FOLDER}/{name}"
    text = read_json(manifest, f"{folder}/plugin.json").members()
    components = text.get("publicComponents")
    faults: list[Fault] = []
    main = text.get("main")
    return LocalPlugin(
        name=name,
        folder=folder,
        components={
            key: target
            for key, path in (components if isinstance(components, dict) else {}).items()
            if isinstance(path, str) and (target := join(base, path.lstrip("/"))) is not None
        },
        main=f"{base}/{without_suffix((join('', main) or 'index.js'), ())}" if isinstance(main, str) else "",
        files={f"{base}/{path}": file.read for path, file in packed_files(gate, top, faults.append)},
        faults=tuple(faults),
    )


def plugin_component(plugins: Mapping[str, LocalPlugin], name: str) -> str | None:
    """The component path that `plugin://name/component` means, if the plug-in lies in the project."""
    scheme, _, rest = name.partition("://")
    plugin_name, _, component = rest.partition("/")
    plugin = plugins.get(plugin_name)
    if scheme not in SCHEMES or plugin is None:
        return None
    if scheme == "plugin-private":
        return join(f"{PLUGIN_FOLDER}/{plugin.name}", component)
    return plugin.components.get(component)
