"""A mini program's project as frozen data: what the configuration files say, nothing compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from runtime.diagnostics import Diagnostic, Span
from runtime.platform.platform import Platform
from runtime.project.extended import style_of_package
from runtime.project.files import ProjectFiles
from runtime.project.mounts import Mounts

Theme = Literal["light", "dark"]


class NotAProject(Exception):
    """The folder holds no mini program; `finding` says what was looked for, and the text the same in English."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(" ".join(filter(None, (finding.text(), finding.help()))))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Package:
    """A sub-package; the main package has the root `""`."""

    root: str
    name: str = ""
    independent: bool = False
    entry: str = ""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A declared page: its path, its package, and where it is declared."""

    path: str
    package: Package
    span: Span


@dataclass(frozen=True, slots=True)
class Component:
    """What the JSON file of a page or component says. `using` holds resolved component paths by tag."""

    path: str
    json: Mapping[str, Any]
    using: Mapping[str, str]
    generics: Mapping[str, str | None]
    placeholders: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def stand_ins(self) -> dict[str, str]:
        """Tags whose component is missing, each with the tag that `componentPlaceholder` puts in its place."""
        known = {*self.using, *self.generics}
        return {tag: placeholder for tag, placeholder in self.placeholders.items() if tag not in known}


@dataclass(frozen=True)
class Project:
    """A project as read from its configuration. `files` reads the mini program's folder; `platform` is its dialect.

    `config` is project.config.json with the private file laid over it; `app` is app.json as written;
    `components` holds every page and every component that a page can reach, by path.
    """

    platform: Platform
    files: ProjectFiles
    config: Mapping[str, Any]
    app: Mapping[str, Any]
    pages: tuple[PageEntry, ...]
    packages: tuple[Package, ...]
    components: Mapping[str, Component]
    themes: Mapping[str, Mapping[str, Any]]
    aliases: Mapping[str, str]
    npm_folders: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    config_digests: Mapping[str, str] = field(default_factory=dict)
    mounts: Mounts = field(default_factory=Mounts)

    @property
    def name(self) -> str:
        """What project.config.json calls it; empty if it does not say."""
        return str(self.config.get("projectname") or "")

    @property
    def settings(self) -> Mapping[str, Any]:
        """The `setting` object of project.config.json."""
        setting = self.config.get("setting")
        return setting if isinstance(setting, dict) else {}

    @property
    def compiler_plugins(self) -> frozenset[str]:
        """The source languages that the tools compile for this project: `typescript`, `less`, `sass`."""
        named = self.settings.get("useCompilerPlugins")
        words = [one[0] if isinstance(one, list) and one else one for one in (named if isinstance(named, list) else ())]
        return frozenset(word for word in words if isinstance(word, str))

    @property
    def entry_path(self) -> str:
        """The home page; `""` if no page is declared."""
        entry = self.app.get("entryPagePath")
        declared = {page.path for page in self.pages}
        wanted = _page_path(entry) if isinstance(entry, str) else ""
        return wanted if wanted in declared else next((page.path for page in self.pages), "")

    @property
    def extended_styles(self) -> list[str]:
        """The sheets of the extended libraries in use; pages get them before app.wxss."""
        return [path for path in map(style_of_package, self.mounts.extended) if self.files.exists(path)]

    @property
    def has_custom_tab_bar(self) -> bool:
        """Whether the project draws the tab bar itself."""
        tab_bar = self.app.get("tabBar")
        return isinstance(tab_bar, dict) and tab_bar.get("custom") in (True, "true")

    def is_newer(self, path: str) -> bool:
        """Whether what stands at a path (without ending) follows the newer generation of the component framework.

        Its own JSON file says so with `componentFramework`, else app.json.
        """
        component = self.components.get(path)
        own = component.json.get("componentFramework") if component is not None else None
        return (self.app.get("componentFramework") if own is None else own) == "glass-easel"

    def closure(self, path: str) -> list[str]:
        """The component and every component it can reach, each once, dependencies first. Circles are fine."""
        found: list[str] = []
        waiting: list[tuple[str, bool]] = [(path, False)]
        seen: set[str] = set()
        while waiting:
            current, is_done = waiting.pop()
            if is_done:
                found.append(current)
                continue
            component = self.components.get(current)
            if current in seen or component is None:
                continue
            seen.add(current)
            waiting.append((current, True))
            generics = [default for default in component.generics.values() if default]
            targets = [*component.using.values(), *generics]
            waiting.extend((target, False) for target in reversed(targets) if target not in seen)
        return found


def _page_path(text: str) -> str:
    path = text.strip().lstrip("/")
    return path.removesuffix(".html")
