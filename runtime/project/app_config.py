"""app.json: pages, sub-packages, tab bar, theme and aliases, each with what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.platform.config_keys import ConfigKeys
from runtime.project.app_rules import AppRules, path_form
from runtime.project.component_config import is_component
from runtime.project.config_check import check_keys
from runtime.project.files import ProjectFiles
from runtime.project.json_text import JsonText, read_json
from runtime.project.model import Package, PageEntry
from runtime.project.paths import closest
from runtime.project.theme_variables import check_variables

MAIN_PACKAGE = Package("")


@dataclass
class AppConfig:
    """The parts of app.json while it is being read."""

    known: ConfigKeys
    text: JsonText
    pages: list[PageEntry] = field(default_factory=list)
    packages: list[Package] = field(default_factory=list)
    themes: dict[str, dict[str, Any]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    extended: frozenset[str] = frozenset()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    theme_path: str = ""

    @property
    def app(self) -> dict[str, Any]:
        """app.json as written."""
        return self.text.members()


def read_app(files: ProjectFiles, known: ConfigKeys) -> AppConfig:
    """Reads app.json of the mini program's folder; the caller has seen that it exists."""
    text = read_json(files.text("app.json") or "", files.outer("app.json"))
    config = AppConfig(known, text, diagnostics=list(text.diagnostics))
    app = config.app
    if not isinstance(text.value, dict) and not text.diagnostics:
        config.diagnostics.append(Diagnostic("json/not-an-object", text.span()))
    config.diagnostics += check_keys(config.known, text, app, (), ("app.json",))
    config.diagnostics += check_keys(config.known, text, app.get("window"), ("window",), ("window",))
    _read_packages(config)
    _check_pages(config, files)
    _read_tab_bar(config, files)
    _read_themes(config, files)
    config.diagnostics += AppRules(known, text, files, config.pages, config.packages).check()
    sections = {"window": ("window",), "tabBar": ("tabBar",)}
    config.diagnostics += check_variables(known, text, config.themes, sections=sections)
    aliases = app.get("resolveAlias")
    if isinstance(aliases, dict):
        config.aliases = {key: value for key, value in aliases.items() if isinstance(value, str)}
    libraries = app.get("useExtendedLib")
    if isinstance(libraries, dict):
        config.extended = frozenset(name for name, is_used in libraries.items() if is_used)
    return config


def _read_packages(config: AppConfig) -> None:
    _read_pages(config, config.app.get("pages"), ("pages",), MAIN_PACKAGE)
    for key in ("subpackages", "subPackages"):
        declared = config.app.get(key)
        for index, item in enumerate(declared if isinstance(declared, list) else ()):
            at = (key, index)
            config.diagnostics += check_keys(config.known, config.text, item, at, ("subpackage",))
            if not isinstance(item, dict) or not isinstance(item.get("root"), str):
                config.diagnostics.append(Diagnostic("project/package-without-root", config.text.span(*at)))
                continue
            root = item["root"].strip("/").removeprefix("./")
            package = Package(
                root, str(item.get("name") or ""), item.get("independent") is True, str(item.get("entry") or "")
            )
            for other in config.packages:
                if f"{root}/".startswith(f"{other.root}/") or f"{other.root}/".startswith(f"{root}/"):
                    span = config.text.span(*at, "root")
                    args = {"root": root, "other": other.root}
                    config.diagnostics.append(Diagnostic("project/packages-overlap", span, args))
            config.packages.append(package)
            _read_pages(config, item.get("pages"), (*at, "pages"), package)


def _read_pages(config: AppConfig, declared: object, at: tuple[str | int, ...], package: Package) -> None:
    if not isinstance(declared, list):
        if package is MAIN_PACKAGE and config.text.value is not None and declared is None:
            config.diagnostics.append(Diagnostic("project/no-pages", config.text.span()))
        return
    if not declared and package is MAIN_PACKAGE:
        config.diagnostics.append(Diagnostic("project/no-pages", config.text.span(*at)))
    known = {page.path for page in config.pages}
    for index, item in enumerate(declared):
        span = config.text.span(*at, index)
        if not isinstance(item, str) or not item.strip():
            config.diagnostics.append(Diagnostic("project/page-not-text", span))
            continue
        form = path_form(item)
        if form:
            config.diagnostics.append(Diagnostic("project/page-path-form", span, {"path": item, "found": form}))
        path = item.strip().removeprefix("./").lstrip("/").removesuffix(".wxml")
        path = f"{package.root}/{path}" if package.root else path
        if path in known:
            config.diagnostics.append(Diagnostic("project/duplicate-page", span, {"path": path}))
            continue
        known.add(path)
        config.pages.append(PageEntry(path, package, span))


def _check_pages(config: AppConfig, files: ProjectFiles) -> None:
    for page in config.pages:
        if not files.exists(f"{page.path}.wxml"):
            config.diagnostics.append(_page_not_found(files, page))
        elif not is_component_script(files, page.path):
            config.diagnostics.append(Diagnostic("project/page-without-script", page.span, {"path": page.path}))
    entry = config.app.get("entryPagePath")
    if isinstance(entry, str) and entry.lstrip("/") not in {page.path for page in config.pages}:
        span = config.text.span("entryPagePath")
        config.diagnostics.append(Diagnostic("project/entry-not-a-page", span, {"path": entry}))


def is_component_script(files: ProjectFiles, path: str) -> bool:
    """Whether the page or component has a script."""
    return any(files.exists(path + ending) for ending in (".js", ".ts"))


def _page_not_found(files: ProjectFiles, page: PageEntry) -> Diagnostic:
    other_case = files.is_other_case(f"{page.path}.wxml")
    if other_case:
        args = {"path": page.path, "found": other_case.removesuffix(".wxml")}
        return Diagnostic("project/page-other-case", page.span, args)
    if is_component(files, page.path):
        return Diagnostic("project/page-without-template", page.span, {"path": page.path})
    known = [path.removesuffix(".wxml") for path in files.paths if path.endswith(".wxml")]
    return Diagnostic(
        "project/page-not-found", page.span, {"path": page.path, "meant": closest(page.path, known) or "–"}
    )


def _read_tab_bar(config: AppConfig, files: ProjectFiles) -> None:
    bar = config.app.get("tabBar")
    if not isinstance(bar, dict):
        return
    text = config.text
    tabs = bar.get("list")
    config.diagnostics += check_keys(config.known, text, bar, ("tabBar",), ("tabBar",))
    if not isinstance(tabs, list) or not 2 <= len(tabs) <= 5:
        count = str(len(tabs)) if isinstance(tabs, list) else "0"
        config.diagnostics.append(Diagnostic("project/tab-count", text.span("tabBar", "list"), {"count": count}))
    if bar.get("custom") is True and not is_component(files, "custom-tab-bar/index"):
        config.diagnostics.append(Diagnostic("project/custom-tab-bar-missing", text.span("tabBar", "custom")))
    pages = {page.path: page for page in config.pages}
    seen: set[str] = set()
    for index, tab in enumerate(tabs if isinstance(tabs, list) else ()):
        if not isinstance(tab, dict):
            continue
        written = tab.get("pagePath")
        if not isinstance(written, str):
            continue
        path = written.strip().lstrip("/")
        span = text.span("tabBar", "list", index, "pagePath")
        # An empty text is on purpose: the tab is its icon then.
        if "text" not in tab and bar.get("custom") is not True:
            config.diagnostics.append(Diagnostic("project/tab-without-text", text.span("tabBar", "list", index)))
        if path_form(written):
            args = {"path": written, "found": path_form(written)}
            config.diagnostics.append(Diagnostic("project/page-path-form", span, args))
        if path in seen:
            config.diagnostics.append(Diagnostic("project/duplicate-tab", span, {"path": path}))
        seen.add(path)
        if path not in pages:
            config.diagnostics.append(Diagnostic("project/tab-not-a-page", span, {"path": path}))
        elif pages[path].package.root:
            config.diagnostics.append(Diagnostic("project/tab-in-package", span, {"path": path}))
        for key in ("iconPath", "selectedIconPath"):
            icon = tab.get(key)
            if not isinstance(icon, str) or not icon or icon.startswith("@") or "://" in icon:
                continue
            if not files.exists(icon.removeprefix("./").lstrip("/")):
                span = text.span("tabBar", "list", index, key)
                config.diagnostics.append(Diagnostic("project/icon-not-found", span, {"path": icon}))


def _read_themes(config: AppConfig, files: ProjectFiles) -> None:
    location = config.app.get("themeLocation")
    if not isinstance(location, str) or not location:
        return
    path = location.removeprefix("./").lstrip("/")
    source = files.text(path)
    if source is None:
        span = config.text.span("themeLocation")
        config.diagnostics.append(Diagnostic("project/theme-not-found", span, {"path": location}))
        return
    config.theme_path = path
    text = read_json(source, files.outer(path))
    config.diagnostics += text.diagnostics
    for theme in ("light", "dark"):
        variables = text.members().get(theme)
        config.themes[theme] = variables if isinstance(variables, dict) else {}
    config.diagnostics += check_keys(config.known, text, text.members(), (), ("theme.json",))
