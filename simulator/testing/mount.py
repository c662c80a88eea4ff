"""One component alone: on a page made for it, in a program that has the project's components but none of its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runtime.project.files import ProjectFiles
from simulator.build.lone_pages import program_of
from simulator.testing.failure import TestFailure
from simulator.testing.locator import Locator
from simulator.testing.page import Page
from simulator.testing.patterns import TextPattern

if TYPE_CHECKING:
    from runtime.compiler.build import BuildResult
    from simulator.testing.app import App

__tracebackhide__ = True
FOLDER = "handset-mount"
EMPTY, PROBE = f"{FOLDER}/empty", f"{FOLDER}/probe"
TAG = "handset-mounted"
MOST_PAGES = 8
"""So many pages with components are kept to be used again: each build reads all of them."""
EMPTY_APP = "App({ globalData: {} });"
_PROPERTY = re.compile(r"[A-Za-z_$][\w$-]*")
_CAPITAL = re.compile(r"[A-Z]")
_TRIGGERED = re.compile(r"\b_?trigger(?:Event)?\(\s*['\"]([\w:-]+)['\"]")
_PLAIN = ("id", "class", "style")

Slots = str | Mapping[str, str]
"""WXML inside the component's tag; or for each named slot."""


@dataclass(frozen=True)
class Emitted:
    """An event that the component has triggered."""

    name: str
    detail: Any

    def __str__(self) -> str:
        return f"{self.name} {json.dumps(self.detail, ensure_ascii=False)}"


class Mounted:
    """A component under test. Locators are about what it shows; `host` is the component itself."""

    def __init__(self, page: Page, component: str) -> None:
        self.page = page
        self.component = component
        self.host = page.locator(TAG)

    def __repr__(self) -> str:
        return f"mount({self.component!r})"

    def locator(self, selector: str) -> Locator:
        """Elements of its template, and what was put into its slots."""
        return self.host.locator(selector)

    def get_by_text(self, text: TextPattern, *, exact: bool = False) -> Locator:
        """Elements in it in which this text stands itself."""
        return self.host.get_by_text(text, exact=exact)

    @property
    def events(self) -> list[Emitted]:
        """What it has triggered so far, in order: events that were named at `mount`, or that its script names."""
        return [Emitted(one["name"], one["detail"]) for one in self.page.evaluate("this.handsetEvents")]

    def data(self, path: str = "") -> Any:
        """Its data and properties, or what is at a path of them."""
        return self.host.data(path)

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Calls its setData."""
        self.host.set_data(data)

    def call(self, method: str, *args: Any) -> Any:
        """What a method of it returns, or its promise comes to."""
        return self.host.call(method, *args)

    def set_properties(self, properties: Mapping[str, Any]) -> None:
        """Gives it other values for properties that it was mounted with."""
        names: Mapping[str, str] = self.page.evaluate("this.handsetNames")
        missing = [name for name in properties if name not in names]
        if missing:
            raise TestFailure(f"{', '.join(missing)}: mount the component with these properties to change them later")
        self.page.set_data({names[name]: value for name, value in properties.items()})

    def unmount(self) -> None:
        """Takes it off the page: its `detached` lifetime runs."""
        self.page.goto(EMPTY)


class Mounts:
    """Mounts components in a run whose project `laid_over` has prepared. `app` is the program around them, for its
    clock, network and world."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._count = 0
        self._pages: dict[str, str] = {}
        self._triggered: dict[str, list[str]] = {}

    def __call__(
        self,
        component: str,
        properties: Mapping[str, Any] | None = None,
        slots: Slots = "",
        *,
        events: Sequence[str] | None = None,
        using: Mapping[str, str] | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> Mounted:
        """Puts a component on a page of its own and waits until it is there.

        `component`: its path in the mini program, without ending, or as `usingComponents` would name it. `using`: other
        components for the slots, by tag; `data`: what their `{{…}}` stand for.
        """
        files = self._built.project.files
        name = component.lstrip("/")
        bound = list(events) if events is not None else self._events_of(name)
        wanted = {TAG: _place(files, name), **{tag: _place(files, one) for tag, one in (using or {}).items()}}
        page_files = _page_files(dict(properties or {}), slots, bound, wanted, dict(data or {}))
        key = json.dumps(page_files, sort_keys=True)
        path = self._pages.get(key)
        if path is None:
            self._count += 1
            path = f"{FOLDER}/page-{self._count}"
            self._pages = {**dict(list(self._pages.items())[1 - MOST_PAGES :]), key: path}
            self._lay(path, page_files)
        self.app.page.goto(path)
        mounted = Mounted(self.app.page, name)
        if not mounted.host.nodes() or not mounted.host.nodes()[0].name:
            raise TestFailure(f"{component} could not be mounted{self.app.run.log.errors_text()}")
        return mounted

    def _events_of(self, name: str) -> list[str]:
        """The events that a component's script triggers by a literal name."""
        if name not in self._triggered:
            # Where a component of a package is, is known when a page uses it.
            self._lay(PROBE, _page_files({}, "", (), {TAG: _place(self._built.project.files, name)}, {}))
            project = self._built.project
            self._triggered[name] = _triggered(project.files, project.components[PROBE].using.get(TAG, ""))
        return self._triggered[name]

    @property
    def _built(self) -> BuildResult:
        build = self.app.run.program.build
        assert build is not None
        return build

    def _lay(self, path: str, page_files: Mapping[str, str]) -> None:
        run, before = self.app.run, self._built
        below = before.project.files.below
        pages = dict.fromkeys([EMPTY, *self._pages.values(), path])
        app = {**before.project.app, "pages": list(pages)}
        files = {f"{path}.{ending}": text for ending, text in page_files.items()}
        files["app.json"] = json.dumps(app)
        run.driver.lay_over({_outer(below, file): text for file, text in files.items()})
        after = self._built
        known = {(one.code, one.span) for one in before.found}
        errors = [one for one in after.found if one.severity == "error" and (one.code, one.span) not in known]
        if errors:
            said = "".join(f"\n  {one.span.file}:{one.span.line}: {one.text()}" for one in errors[:5])
            raise TestFailure(f"the component does not compile:{said}")


def laid_over(root: Path) -> dict[str, str]:
    """What makes a project one without pages, to mount components in."""
    below, app = program_of(root)
    folder = root / below if below else root
    script = "app.ts" if (folder / "app.ts").is_file() and not (folder / "app.js").is_file() else "app.js"
    files = {
        "app.json": json.dumps({**app, "pages": [EMPTY]}),
        script: EMPTY_APP,
        f"{EMPTY}.wxml": "",
        f"{EMPTY}.js": "Page({});",
        f"{EMPTY}.json": "{}",
    }
    laid = {_outer(below, file): text for file, text in files.items()}
    if not (root / "project.config.json").is_file():
        laid["project.config.json"] = "{}"
    return laid


def _page_files(
    properties: dict[str, Any], slots: Slots, events: Sequence[str], using: Mapping[str, str], data: dict[str, Any]
) -> dict[str, str]:
    attributes: list[str] = []
    names: dict[str, str] = {}
    for number, name in enumerate(properties):
        if not _PROPERTY.fullmatch(name):
            raise TestFailure(f"{name!r} is no name of a property")
        names[name] = f"handsetValue{number}"
        dashed = name if name in _PLAIN else _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", name)
        attributes.append(f' {dashed}="{{{{{names[name]}}}}}"')
    attributes += [f' bind:{escape(name)}="onHandsetEvent"' for name in events]
    values = {**data, **{names[name]: value for name, value in properties.items()}}
    inside = slots if isinstance(slots, str) else "".join(_slot(name, wxml) for name, wxml in slots.items())
    script = (
        f"Page({{ data: {json.dumps(values)}, handsetEvents: [], handsetNames: {json.dumps(names)},\n"
        "  onHandsetEvent(event) { this.handsetEvents.push({ name: event.type, detail: event.detail }) } });"
    )
    return {
        "wxml": f"<{TAG}{''.join(attributes)}>{inside}</{TAG}>",
        "json": json.dumps({"usingComponents": dict(using)}),
        "js": script,
    }


def _slot(name: str, wxml: str) -> str:
    return f'<view slot="{escape(name)}">{wxml}</view>' if name else wxml


def _place(files: ProjectFiles, component: str) -> str:
    """As `usingComponents` has it: from the root of the mini program if it is there, else a package of npm."""
    name = component.lstrip("/")
    is_here = files.exists(f"{name}.wxml") or files.exists(f"{name}.json") or files.exists(f"{name}.js")
    return f"/{name}" if is_here else component


def _triggered(files: ProjectFiles, component: str) -> list[str]:
    """What a script triggers by a literal name, as libraries write it."""
    for ending in ("js", "ts"):
        if files.exists(f"{component}.{ending}"):
            return sorted(set(_TRIGGERED.findall(files.text(f"{component}.{ending}") or "")))
    return []


def _outer(below: str, file: str) -> str:
    return f"{below}/{file}" if below else file
