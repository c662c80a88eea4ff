"""Opens a project folder: finds the mini program in it and reads all of its configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from runtime.diagnostics import Diagnostic, Span
from runtime.platform.config_keys import ConfigKeys
from runtime.platform.platform import Platform
from runtime.platform.wechat import WECHAT
from runtime.project.app_config import MAIN_PACKAGE, AppConfig, read_app
from runtime.project.built_folders import built_folders, framework_of
from runtime.project.component_config import is_component, read_component, read_using
from runtime.project.config_check import check_keys
from runtime.project.extended import EXTENDED_LIBRARIES, used_packages
from runtime.project.faults import finding_of
from runtime.project.files import ProjectFiles
from runtime.project.gate import Gate, is_text, shown_name
from runtime.project.json_text import read_json
from runtime.project.model import Component, NotAProject, Project
from runtime.project.mounts import Mounts, mounted_files
from runtime.project.paths import folder_of, join, parents
from runtime.project.resolve import NPM_FOLDER
from runtime.project.theme_variables import check_variables

NOTHING_KEPT: Mapping[str, Component] = MappingProxyType({})
CONFIG_FILE = "project.config.json"
PRIVATE_FILE = "project.private.config.json"


def load_project(root: Path, overlay: Mapping[str, str] | None = None, *, platform: Platform = WECHAT) -> Project:
    """Reads a project folder, written in the dialect of `platform`.

    `overlay` maps paths (relative to the folder) to text that is not saved yet.

    Raises NotAProject if no app.json is found; every other mistake is a diagnostic of the project.
    """
    texts = overlay or {}
    config, found = _read_config(platform.config_keys, root, texts)
    below = _program_folder(root, texts, config, found)
    files = ProjectFiles(root, below, texts)
    if not files.exists("app.json"):
        raise _refusal("link", folder=files.root)
    mounts = mounted_files(files, config)
    return _read_project(platform, files.with_mounted(mounts.files), config, [*found, *mounts.diagnostics], mounts)


def program_folder(root: Path, platform: Platform = WECHAT) -> tuple[str, dict[str, Any]]:
    """The mini program's folder as seen from the project folder, and project.config.json. Raises NotAProject."""
    config, found = _read_config(platform.config_keys, root, {})
    return _program_folder(root, {}, config, found), config


def reload_project(
    project: Project, changed: Iterable[str] | None, overlay: Mapping[str, str] | None = None
) -> Project:
    """The project after changes of these paths (relative to the project folder); None: anything may have changed.

    `overlay` replaces the unsaved texts; without it they stay.
    """
    root = project.files.project_root
    texts = project.files.overlay if overlay is None else overlay
    if changed is None:
        return load_project(root, texts, platform=project.platform)
    paths = set(changed)
    if paths & {CONFIG_FILE, PRIVATE_FILE} or _touches(paths, project.mounts.sources):
        return load_project(root, texts, platform=project.platform)
    files = project.files.after(paths, texts)
    if not files.exists("app.json"):
        raise _refusal("app-json-removed", folder=files.root)
    if "app.json" in map(files.inner, paths) and used_packages(files) != project.mounts.extended:
        return load_project(root, texts, platform=project.platform)
    is_same = (files.paths, files.faults) == (project.files.paths, project.files.faults)
    if is_same and project.config_digests == _digests(files, project.config_digests):
        return Project(**{**vars(project), "files": files})
    config, found = _read_config(project.platform.config_keys, root, texts)
    kept = _unchanged(project, files) if is_same else {}
    return _read_project(project.platform, files, config, [*found, *project.mounts.diagnostics], project.mounts, kept)


def _unchanged(project: Project, files: ProjectFiles) -> dict[str, Component]:
    """The pages and components that would be read the same again: no file came or went, and app.json is as it was."""
    before = project.config_digests
    if files.digest("app.json") != before.get("app.json"):
        return {}
    names = ((path, f"{path}.json") for path in project.components)
    return {path: project.components[path] for path, name in names if files.digest(name) == before.get(name)}


def _touches(paths: Iterable[str], sources: Iterable[str]) -> bool:
    return any(path == source or path.startswith(f"{source}/") for path in paths for source in sources)


def _read_config(known: ConfigKeys, root: Path, overlay: Mapping[str, str]) -> tuple[dict[str, Any], list[Diagnostic]]:
    gate = Gate(root)
    config: dict[str, Any] = {}
    found: list[Diagnostic] = []
    for name in (CONFIG_FILE, PRIVATE_FILE):
        source = overlay[name] if name in overlay else (gate.read(gate.root / name) or b"").decode("utf-8", "replace")
        if not source.strip():
            continue
        text = read_json(source, name)
        found += text.diagnostics
        members = text.members()
        found += check_keys(known, text, members, (), (CONFIG_FILE,))
        found += check_keys(known, text, members.get("setting"), ("setting",), ("setting",))
        if name == PRIVATE_FILE:
            allowed = known[PRIVATE_FILE]
            members = {key: value for key, value in members.items() if key in allowed["allowedKeys"]}
            own = members.pop("setting", None)
            if isinstance(own, dict):
                kept = {key: value for key, value in own.items() if key in allowed["allowedSetting"]}
                base = config.get("setting")
                config["setting"] = {**(base if isinstance(base, dict) else {}), **kept}
        config.update(members)
    return config, found


def _program_folder(root: Path, overlay: Mapping[str, str], config: Mapping[str, Any], found: list[Diagnostic]) -> str:
    gate = Gate(root)
    if not is_text(str(gate.root)):
        raise _refusal("name-not-text", folder=shown_name(str(gate.root)))

    def has_app(folder: str) -> bool:
        path = f"{folder}/app.json" if folder else "app.json"
        if path in overlay or gate.is_file(gate.root / path):
            return True
        # A link that the gate does not let through counts too: then that is what is said.
        return os.path.lexists(gate.root / path) and gate.fault(gate.root / path) is not None

    declared = config.get("miniprogramRoot")
    wanted = join("", declared.strip("/")) if isinstance(declared, str) else ""
    if wanted is not None and has_app(wanted):
        return wanted
    if not gate.is_folder(gate.root):
        raise _refusal("missing", folder=root)
    if isinstance(declared, str) and declared:
        found.append(Diagnostic("project/program-folder", Span(CONFIG_FILE), {"path": declared}))
    if has_app(""):
        return ""
    below = sorted(name for name in os.listdir(gate.root) if is_text(name) and has_app(name))
    if len(below) == 1:
        return below[0]
    if gate.is_file(gate.root / "game.json"):
        raise _refusal("mini-game", folder=root)
    looked_in = ", ".join(filter(None, [str(root), wanted and str(root / wanted)]))
    if below:
        raise _refusal("several", folders=", ".join(below))
    if built := built_folders(has_app):
        raise _refusal("built-elsewhere", folder=looked_in, built=", ".join(built), first=built[0])
    framework = framework_of((gate.read(gate.root / "package.json") or b"").decode("utf-8", "replace"))
    if framework is not None:
        raise _refusal(
            "not-built", folder=looked_in, framework=framework.name, command=framework.command, built=framework.folder
        )
    raise _refusal("no-app-json", folder=looked_in)


def _refusal(code: str, **arguments: object) -> NotAProject:
    return NotAProject(Diagnostic(f"folder/{code}", Span(""), {name: str(one) for name, one in arguments.items()}))


def _read_project(
    platform: Platform,
    files: ProjectFiles,
    config: Mapping[str, Any],
    found: list[Diagnostic],
    mounts: Mounts,
    kept: Mapping[str, Component] = NOTHING_KEPT,
) -> Project:
    app = read_app(files, platform.config_keys)
    left_out = [finding_of(fault, files.below) for fault in files.faults]
    global_using, problems = read_using(files, "app", app.text, app.aliases, app.extended, mounts.plugins)
    components = _read_components(platform.config_keys, files, app, global_using, mounts, kept)
    found = [*found, *app.diagnostics, *problems, *left_out]
    for package in mounts.stand_ins:
        library = EXTENDED_LIBRARIES[package]
        span = app.text.key_span("useExtendedLib", library)
        found.append(Diagnostic("project/extended-library", span, {"library": library, "package": package}))
    for component in components.values():
        found += component.diagnostics
        found += _page_variables(platform.config_keys, files, component, app)
    read = ["app.json", app.theme_path, *(f"{path}.json" for path in components)]
    return Project(
        platform=platform,
        files=files,
        config=config,
        app=app.app,
        pages=tuple(app.pages),
        packages=(MAIN_PACKAGE, *app.packages),
        components=components,
        themes=app.themes,
        aliases=app.aliases,
        npm_folders=_npm_folders(files),
        diagnostics=tuple(found),
        config_digests=_digests(files, read),
        mounts=mounts,
    )


def _page_variables(
    known: ConfigKeys, files: ProjectFiles, component: Component, app: AppConfig
) -> Iterable[Diagnostic]:
    if not any(isinstance(value, str) and value.startswith("@") for value in component.json.values()):
        return ()
    path = f"{component.path}.json"
    text = read_json(files.text(path) or "", files.outer(path))
    return check_variables(known, text, app.themes, sections={"window": ()})


def _digests(files: ProjectFiles, paths: Iterable[str]) -> dict[str, str]:
    return {path: files.digest(path) for path in paths}


def _read_components(
    known: ConfigKeys,
    files: ProjectFiles,
    app: AppConfig,
    global_using: Mapping[str, str],
    mounts: Mounts,
    kept: Mapping[str, Component],
) -> dict[str, Component]:
    pages = {page.path for page in app.pages}
    bars = [
        path
        for key, path in (("tabBar", "custom-tab-bar/index"), ("appBar", "app-bar/index"))
        if isinstance(app.app.get(key), dict) and app.app[key].get("custom") and is_component(files, path)
    ]
    components: dict[str, Component] = {}
    waiting = [*reversed(bars), *reversed([page.path for page in app.pages])]
    while waiting:
        path = waiting.pop()
        if path in components:
            continue
        components[path] = kept.get(path) or read_component(
            known,
            files,
            path,
            aliases=app.aliases,
            global_using=global_using,
            is_page=path in pages,
            extended=app.extended,
            plugins=mounts.plugins,
        )
        component = components[path]
        targets = [*component.using.values(), *(default for default in component.generics.values() if default)]
        waiting.extend(target for target in reversed(targets) if target not in components)
    return components


def _npm_folders(files: ProjectFiles) -> tuple[str, ...]:
    inside = {folder_of(path) for path in files.paths if NPM_FOLDER in path}
    around = {folder for one in inside for folder in parents(one)}
    return tuple(sorted(folder for folder in around if folder.rpartition("/")[2] == NPM_FOLDER))
