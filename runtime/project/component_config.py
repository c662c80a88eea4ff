"""The JSON file of a page or component: the components that it uses, resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from runtime.diagnostics import Diagnostic, Span
from runtime.platform.config_keys import ConfigKeys
from runtime.project.config_check import check_keys
from runtime.project.extended import EXTENDED_LIBRARIES, package_folder
from runtime.project.files import ProjectFiles
from runtime.project.json_text import JsonText, no_json, read_json
from runtime.project.model import Component
from runtime.project.paths import closest, folder_of
from runtime.project.plugins import PLUGIN_FOLDER, LocalPlugin, plugin_component
from runtime.project.resolve import NPM_FOLDER, resolve_component

NO_PLUGINS: Mapping[str, LocalPlugin] = MappingProxyType({})
COMPONENT_ENDINGS = (".json", ".wxml", ".js", ".ts")


def is_component(files: ProjectFiles, path: str) -> bool:
    """Whether the files of a page or component stand at this path: a template or a script."""
    return any(files.exists(path + ending) for ending in (".wxml", ".js", ".ts"))


def read_component(
    known: ConfigKeys,
    files: ProjectFiles,
    path: str,
    *,
    aliases: Mapping[str, str],
    global_using: Mapping[str, str],
    is_page: bool,
    extended: frozenset[str] = frozenset(),
    plugins: Mapping[str, LocalPlugin] = NO_PLUGINS,
) -> Component:
    """Reads `path`.json; a page may have none."""
    source = files.text(f"{path}.json")
    text = read_json(source, files.outer(f"{path}.json")) if source else no_json()
    json = text.members()
    found = list(text.diagnostics)
    if source and not isinstance(text.value, dict) and not found:
        found.append(Diagnostic("json/not-an-object", text.span()))
    found += check_keys(known, text, json, (), ("page.json", "component.json"))
    using = _using(files, path, text, aliases, extended, found, plugins)
    component = Component(
        path=path,
        json=json,
        using={**global_using, **using},
        generics=_generics(files, path, text, aliases, found),
        placeholders=_texts(json.get("componentPlaceholder")),
    )
    if not is_page and json.get("component") not in (True, "true") and source:
        found.append(Diagnostic("project/not-a-component", text.span(), {"path": path}))
    _check_placeholders(component, text, found)
    replaced = {tag: component.using[own] for tag, own in component.stand_ins.items() if own in component.using}
    return replace(component, using={**component.using, **replaced}, diagnostics=tuple(found))


def read_using(
    files: ProjectFiles,
    owner: str,
    text: JsonText,
    aliases: Mapping[str, str],
    extended: frozenset[str],
    plugins: Mapping[str, LocalPlugin] = NO_PLUGINS,
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The `usingComponents` of app.json (`owner` is `"app"`)."""
    found: list[Diagnostic] = []
    return _using(files, owner, text, aliases, extended, found, plugins), found


def _using(
    files: ProjectFiles,
    owner: str,
    text: JsonText,
    aliases: Mapping[str, str],
    extended: frozenset[str],
    found: list[Diagnostic],
    plugins: Mapping[str, LocalPlugin],
) -> dict[str, str]:
    using: dict[str, str] = {}
    declared = text.members().get("usingComponents")
    for tag, name in declared.items() if isinstance(declared, dict) else ():
        if not isinstance(name, str) or not name.strip():
            span = text.span("usingComponents", tag)
            found.append(Diagnostic("project/component-path-not-text", span, {"tag": tag}))
            continue
        name = name.strip()
        _, separator, _ = name.partition("://")
        if separator:
            component = plugin_component(plugins, name)
            if component is not None and is_component(files, component):
                using[tag] = component
            else:
                found.append(_foreign(plugins, name, tag, text.span("usingComponents", tag)))
            continue
        if owner.startswith(f"{PLUGIN_FOLDER}/") and name.startswith("/"):
            name = "/" + "/".join(owner.split("/")[:2]) + name  # a plug-in's root is its own folder
        resolved = resolve_component(name, folder_of(owner), aliases, lambda path: is_component(files, path))
        library = EXTENDED_LIBRARIES.get(name.partition("/")[0], "")
        if resolved is not None:
            using[tag] = resolved
        elif library and library in extended:
            span = text.span("usingComponents", tag)
            found.append(Diagnostic("project/extended-component", span, {"tag": tag, "library": library}))
        else:
            found.append(_not_found(files, owner, tag, name, text))
    return using


def _foreign(plugins: Mapping[str, LocalPlugin], name: str, tag: str, span: Span) -> Diagnostic:
    scheme, _, rest = name.partition("://")
    plugin = plugins.get(rest.partition("/")[0])
    if plugin is None:
        return Diagnostic("project/plugin-component", span, {"tag": tag, "path": name, "scheme": scheme})
    meant = ", ".join(plugin.components) or "–"
    return Diagnostic("project/component-not-found", span, {"tag": tag, "path": name, "meant": meant})


def _not_found(files: ProjectFiles, owner: str, tag: str, name: str, text: JsonText) -> Diagnostic:
    span = text.span("usingComponents", tag)
    if not name.startswith((".", "/")) and not any(map(_is_packed, files.paths)):
        return Diagnostic("project/npm-not-built", span, {"tag": tag, "path": name})
    known = [path.removesuffix(".wxml") for path in files.paths if path.endswith(".wxml")]
    wanted = resolve_component(name, folder_of(owner), {}, lambda _: True) or name
    return Diagnostic(
        "project/component-not-found", span, {"tag": tag, "path": name, "meant": closest(wanted, known) or "–"}
    )


def _is_packed(path: str) -> bool:
    extended = tuple(f"{package_folder(package)}/" for package in EXTENDED_LIBRARIES)
    return f"{NPM_FOLDER}/" in path and not path.startswith(extended)


def _generics(
    files: ProjectFiles, owner: str, text: JsonText, aliases: Mapping[str, str], found: list[Diagnostic]
) -> dict[str, str | None]:
    generics: dict[str, str | None] = {}
    declared = text.members().get("componentGenerics")
    for name, value in declared.items() if isinstance(declared, dict) else ():
        default = value.get("default") if isinstance(value, dict) else None
        generics[name] = None
        if isinstance(default, str):
            generics[name] = resolve_component(
                default, folder_of(owner), aliases, lambda path: is_component(files, path)
            )
            if generics[name] is None:
                span = text.span("componentGenerics", name, "default")
                args = {"tag": name, "path": default, "meant": "–"}
                found.append(Diagnostic("project/component-not-found", span, args))
    return generics


def _check_placeholders(component: Component, text: JsonText, found: list[Diagnostic]) -> None:
    for tag in component.placeholders:
        declared = text.members().get("usingComponents")
        is_declared = isinstance(declared, dict) and tag in declared
        if tag not in component.using and tag not in component.generics and not is_declared and text.file:
            span = text.key_span("componentPlaceholder", tag)
            found.append(Diagnostic("project/placeholder-without-component", span, {"tag": tag}))


def _texts(value: Any) -> dict[str, str]:
    return {key: text for key, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}
