"""Assembles the program that the logic process launches (wire.md, "Program") from a project's compiled files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.compiler.languages import TEMPLATE_ENDINGS
from runtime.compiler.line_space import LineSpace
from runtime.compiler.script_units import ScriptUnits, script_of
from runtime.compiler.style_units import style_of
from runtime.compiler.template_units import TemplateUnits
from runtime.project.model import Component, Project
from runtime.project.window import app_window, has_theme_variables, page_window, tab_bar

# Parts of the program that hold code; the rest is configuration.
CODE_PARTS = ("scripts", "templates", "wxs")
CONFIG_PARTS = ("app", "app_script", "pages", "components", "aliases", "npm")


def assemble(
    project: Project,
    templates: TemplateUnits,
    scripts: ScriptUnits,
    space: LineSpace,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The program as JSON data. `before`: an earlier one of the same configuration and the same files."""
    configured = {name: before[name] for name in CONFIG_PARTS} if before is not None else _configured(project)
    return {
        **configured,
        "scripts": _scripts(scripts, space),
        "templates": {
            path: {"code": template.code, "line": space.place("template", path, template.code, is_generated=True)}
            for path, template in sorted(templates.templates.items())
        },
        "wxs": {
            path: {"code": module.code, "line": space.place("wxs", path, module.code)}
            for path, module in sorted(templates.wxs.items())
        },
    }


def _configured(project: Project) -> dict[str, Any]:
    pages = {page.path for page in project.pages}
    return {
        "app": _app(project),
        "app_script": script_of(project, "app"),
        "pages": _pages(project),
        "components": {
            path: _component(project, component, is_page=path in pages)
            for path, component in project.components.items()
        },
        "aliases": dict(project.aliases),
        "npm": list(project.npm_folders),
    }


def _scripts(scripts: ScriptUnits, space: LineSpace) -> dict[str, Any]:
    placed: dict[str, Any] = {}
    for path, script in sorted(scripts.scripts.items()):
        entry: dict[str, Any] = {
            "code": script.code,
            "line": space.place("script", path, script.code, script.column_maps),
        }
        if any(script.column_maps):
            entry["columns"] = [[list(entry) for entry in columns] for columns in script.column_maps]
        if script.imports:
            entry["imports"] = dict(script.imports)
        if script.evals:
            entry["evals"] = [[span.line, span.column] for span in script.evals]
        placed[path] = entry
    return placed


def _app(project: Project) -> dict[str, Any]:
    app = {key: value for key, value in project.app.items() if key not in ("subpackages", "subPackages", "tabBar")}
    app["pages"] = [page.path for page in project.pages if not page.package.root]
    app["subPackages"] = [
        {
            "root": package.root,
            "name": package.name,
            "independent": package.independent,
            "entry": package.entry,
            "pages": [
                page.path[len(package.root) + 1 :] for page in project.pages if page.package.root == package.root
            ],
        }
        for package in project.packages
        if package.root
    ]
    app["entryPagePath"] = project.entry_path
    app["window"] = app_window(project)
    app["networkTimeout"] = {**_timeouts(project), **_object(project.app.get("networkTimeout"))}
    bar = tab_bar(project)
    if bar is not None:
        app["tabBar"] = bar
        if has_theme_variables(project):
            app["tabBarDark"] = tab_bar(project, "dark")
    return app


def _timeouts(project: Project) -> dict[str, int]:
    fields = project.platform.config_keys["app.json"]["networkTimeout"]["fields"]
    return {name: rule["default"] for name, rule in fields.items()}


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _pages(project: Project) -> dict[str, Any]:
    bar = tab_bar(project)
    tabs = [tab["pagePath"] for tab in bar["list"]] if bar is not None else []
    pages: dict[str, Any] = {}
    for page in project.pages:
        entry: dict[str, Any] = {
            "component": page.path,
            "window": page_window(project, page.path),
            "tab": tabs.index(page.path) if page.path in tabs else -1,
            "package": page.package.root,
        }
        if has_theme_variables(project):
            entry["windowDark"] = page_window(project, page.path, "dark")
        pages[page.path] = entry
    return pages


def _component(project: Project, component: Component, *, is_page: bool) -> dict[str, Any]:
    template = component.path + TEMPLATE_ENDINGS[0]
    return {
        "script": script_of(project, component.path),
        "template": template if project.files.exists(template) else None,
        "style": style_of(project, component.path),
        "using": dict(component.using),
        "generics": dict(component.generics),
        "placeholders": dict(component.placeholders),
        "json": dict(component.json),
        "page": is_page,
    }
