"""What the platform's tools refuse in app.json beyond types: forms of paths, folders and pages that must be there.

Source: miniprogram-ci 2.1.42, checks of app.json. Handset runs most of it all the same, so these are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.platform.config_keys import ConfigKeys
from runtime.project.config_check import check_keys
from runtime.project.files import ProjectFiles
from runtime.project.json_text import JsonText, Key, read_json
from runtime.project.model import Package, PageEntry

MAIN_PACKAGE_NAME = "__APP__"
_ENDING = re.compile(r"\.(?:wxml|html?|js|ts|json|vue)$")
# Source: API reference, and the check of the tools.
_EXACT_LOCATION = frozenset({"getLocation", "onLocationChange", "startLocationUpdate", "startLocationUpdateBackground"})
_VERSION = re.compile(r"dev|latest|\d{1,3}\.\d{1,3}\.\d{1,3}|dev-[A-Za-z0-9]+")


class AppRules:
    """The checks of one app.json."""

    def __init__(
        self,
        known: ConfigKeys,
        text: JsonText,
        files: ProjectFiles,
        pages: list[PageEntry],
        packages: list[Package],
    ) -> None:
        self.known = known
        self.text = text
        self.files = files
        self.pages = pages
        self.packages = packages

    def check(self) -> Iterator[Diagnostic]:
        """Everything that is wrong."""
        app = self.text.members()
        yield from self._folders(app)
        yield from self._package_names(app)
        yield from self._preload(app.get("preloadRule"))
        yield from self._plugins(app.get("plugins"), ("plugins",))
        yield from self._aliases(app.get("resolveAlias"))
        yield from self._location_apis(app.get("requiredPrivateInfos"))
        yield from self._entrance(app.get("entranceDeclare"))
        yield from self._sitemap(app.get("sitemapLocation"))

    def _find(self, code: str, *at: str | int, **args: str) -> Diagnostic:
        return Diagnostic(code, self.text.span(*at), args)

    def _folders(self, app: dict[str, Any]) -> Iterator[Diagnostic]:
        workers = app.get("workers")
        at: Key = ("workers", "path") if isinstance(workers, dict) else ("workers",)
        path = workers.get("path") if isinstance(workers, dict) else workers
        if isinstance(path, str) and not self._is_folder(path):
            yield self._find("project/folder-not-found", *at, path=path)
        for index, (key, package) in enumerate(self._declared_packages(app)):
            root = package.get("root")
            # Where pages are named, each that is missing is said by itself.
            if isinstance(root, str) and not package.get("pages") and not self._is_folder(root):
                yield self._find("project/folder-not-found", key, index, "root", path=root)

    def _is_folder(self, path: str) -> bool:
        prefix = path.strip("/").removeprefix("./") + "/"
        return prefix != "/" and any(known.startswith(prefix) for known in self.files.paths)

    def _declared_packages(self, app: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
        key = "subpackages" if "subpackages" in app else "subPackages"
        declared = app.get(key)
        return [(key, one if isinstance(one, dict) else {}) for one in (declared if isinstance(declared, list) else ())]

    def _package_names(self, app: dict[str, Any]) -> Iterator[Diagnostic]:
        seen: set[str] = set()
        for index, (key, package) in enumerate(self._declared_packages(app)):
            name = package.get("name")
            if isinstance(name, str) and name:
                if name in seen or name == MAIN_PACKAGE_NAME:
                    yield self._find("project/duplicate-package-name", key, index, "name", name=name)
                seen.add(name)

    def _preload(self, rules: object) -> Iterator[Diagnostic]:
        pages = {page.path for page in self.pages}
        names = {MAIN_PACKAGE_NAME, *(one.root for one in self.packages), *(one.name for one in self.packages)}
        for page, rule in rules.items() if isinstance(rules, dict) else ():
            if page.lstrip("/") not in pages and "__plugin__/" not in page:
                span = self.text.key_span("preloadRule", page)
                yield Diagnostic("project/preload-unknown-page", span, {"path": page})
            wanted = rule.get("packages") if isinstance(rule, dict) else None
            for index, name in enumerate(wanted if isinstance(wanted, list) else ()):
                if isinstance(name, str) and name not in names and name.strip("/") not in names:
                    yield self._find(
                        "project/preload-unknown-package", "preloadRule", page, "packages", index, name=name
                    )

    def _plugins(self, plugins: object, at: Key) -> Iterator[Diagnostic]:
        for name, plugin in plugins.items() if isinstance(plugins, dict) else ():
            version = plugin.get("version") if isinstance(plugin, dict) else None
            if isinstance(version, str) and not _VERSION.fullmatch(version):
                yield self._find("project/plugin-version", *at, name, "version", found=version)

    def _aliases(self, aliases: object) -> Iterator[Diagnostic]:
        for name, path in aliases.items() if isinstance(aliases, dict) else ():
            if not isinstance(path, str):
                yield self._find("project/alias-form", "resolveAlias", name, alias=name, path=str(path))
            elif "//" in name + path or path.startswith("./") or not (name.endswith("/*") and path.endswith("/*")):
                yield self._find("project/alias-form", "resolveAlias", name, alias=name, path=path)

    def _location_apis(self, names: object) -> Iterator[Diagnostic]:
        declared = names if isinstance(names, list) else []
        for index, name in enumerate(declared):
            if "getFuzzyLocation" in declared and isinstance(name, str) and name in _EXACT_LOCATION:
                yield self._find("project/both-locations", "requiredPrivateInfos", index, name=name)

    def _entrance(self, declared: object) -> Iterator[Diagnostic]:
        message = declared.get("locationMessage") if isinstance(declared, dict) else None
        if not isinstance(message, dict):
            return
        path = message.get("path")
        if path not in {page.path for page in self.pages}:
            at = ("entranceDeclare", "locationMessage", "path")
            yield self._find("project/entrance-not-a-page", *at, path=str(path or ""))

    def _sitemap(self, location: object) -> Iterator[Diagnostic]:
        if not isinstance(location, str):
            return
        path = location.removeprefix("./").lstrip("/")
        source = self.files.text(path)
        if source is None:
            yield self._find("project/sitemap-not-found", "sitemapLocation", path=location)
            return
        text = read_json(source, self.files.outer(path))
        yield from text.diagnostics
        yield from check_keys(self.known, text, text.members(), (), ("sitemap.json",))


def path_form(path: str) -> str:
    """What the tools refuse in the path of a page as it is written, or `""`."""
    if path != path.strip():
        return " "
    if path.startswith(("/", ".")):
        return path[: 2 if path.startswith("./") else 1]
    ending = _ENDING.search(path)
    if ending is not None:
        return ending[0]
    return next((part for part in ("\\", "//", "../", "?", "#") if part in path), "")
