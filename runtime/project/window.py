"""The effective window and tab bar configuration: defaults, app.json, page JSON and the theme, in this order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.project.model import Project, Theme


def page_window(project: Project, path: str, theme: Theme = "light") -> dict[str, Any]:
    """The window of a page with every key filled in. App-only keys of a page's JSON are left out."""
    keys = project.platform.config_keys
    section = keys["page.json"]
    component = project.components.get(path)
    own = {key: value for key, value in (component.json if component else {}).items() if key in section}
    for key in ("usingComponents", "componentPlaceholder", "componentGenerics", "component", "pageJSONLight"):
        own.pop(key, None)
    window = {**keys.defaults("page.json"), **app_window(project), **own}
    window.pop("component", None)
    return {key: _themed(value, project, theme) for key, value in window.items()}


def app_window(project: Project) -> dict[str, Any]:
    """The window of app.json over the defaults, theme variables unresolved."""
    window = project.app.get("window")
    return {**project.platform.config_keys.defaults("window"), **(window if isinstance(window, dict) else {})}


def tab_bar(project: Project, theme: Theme = "light") -> dict[str, Any] | None:
    """The tab bar with defaults and `pagePath`s without a leading slash; None if there is none."""
    declared = project.app.get("tabBar")
    if not isinstance(declared, dict) or not isinstance(declared.get("list"), list):
        return None
    defaults = project.platform.config_keys.defaults("tabBar")
    bar = {key: _themed(value, project, theme) for key, value in {**defaults, **declared}.items()}
    bar["list"] = [
        {key: _themed(_tab_value(key, value), project, theme) for key, value in tab.items()}
        for tab in declared["list"]
        if isinstance(tab, dict) and isinstance(tab.get("pagePath"), str)
    ]
    return bar


def has_theme_variables(project: Project) -> bool:
    """Whether anything depends on the theme."""
    return bool(project.themes.get("light") or project.themes.get("dark"))


def _tab_value(key: str, value: object) -> object:
    is_path = key in ("pagePath", "iconPath", "selectedIconPath")
    return value.removeprefix("./").lstrip("/") if is_path and isinstance(value, str) else value


def _themed(value: object, project: Project, theme: Theme) -> object:
    if not isinstance(value, str) or not value.startswith("@"):
        return value
    variables: Mapping[str, Any] = project.themes.get(theme, {})
    return variables.get(value[1:], value)
