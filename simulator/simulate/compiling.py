"""Compiles what a test mounts: a component of a library, or one that the test itself defines, in a program of one page.

The component's file is that of its library; of a definition the compiler has the template alone: the test has the rest.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from runtime.compiler.build import BuildResult, build
from runtime.compiler.style_compiler import SnapshotFiles
from runtime.compiler.style_units import style_of
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.build.lone_pages import root_above
from simulator.styles.process import StyleProcess

_BEYOND = ("project/component-not-found",)
# Scripts are loaded by the tests, which may stand in for components too, and see no styles.
_FATAL = ("wxml/", "wxs/", "json/")
FOLDER = "handset-simulate"
PAGE = f"{FOLDER}/page"
_NAME = re.compile(r"\w{1,60}")


class Part(Struct, frozen=True):
    """A component that a test has loaded: by its `path` (absolute, without ending), or defined by a `template`.

    `uses`: tag → id of another part, or a path as in usingComponents.
    """

    id: str
    path: str = ""
    template: str = ""
    uses: dict[str, str] = {}

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.id):
            raise ValueError(f"{self.id!r} is no name of a part")
        if self.path and not is_place(self.path):
            raise ValueError(f"{self.path!r} is no absolute path")


class Request(Struct, frozen=True):
    """The first of `parts`, with all that it uses. `root`: folder that absolute paths start at.

    `everywhere`: tag → id of a part that any template may use. With `styles` its style sheets are asked for, and not
    the rest; with `is_less` they are Less.
    """

    root: str
    parts: list[Part]
    everywhere: dict[str, str] = {}
    styles: bool = False
    is_less: bool = False

    def __post_init__(self) -> None:
        if not is_place(self.root):
            raise ValueError(f"{self.root!r} is no absolute path")


def is_place(path: str) -> bool:
    """Whether a text can be an absolute path of this system."""
    return "\0" not in path and os.path.isabs(path)


class CannotCompile(Exception):
    """There is nothing to mount; the text says why."""


class Compiling:
    """Keeps what it has compiled of a folder for the next request."""

    def __init__(self, styles: StyleProcess) -> None:
        self._styles = styles
        self._last: dict[str, BuildResult] = {}

    def answer(self, request: Request) -> dict[str, Any]:
        """`{program, entry, root, errors: […]}`, or `{styles: {component: parts}}`; paths are relative to `root`.

        Raises CannotCompile.
        """
        if not request.parts:
            raise CannotCompile("there is no component to compile")
        root = Path(os.path.realpath(request.root))
        result = self._built(request, root)
        if any(one.code in _BEYOND for one in result.diagnostics):
            # Demonstrations use what lies beside the library, and packages.
            root = root_above(root.parent)
            result = self._built(request, root)
        if request.styles:
            return {"styles": self._sheets(request, root, result)}
        errors = [
            f"{one.span.file}:{one.span.line}:{one.span.column}: {one.text()}"
            for one in result.diagnostics
            if one.severity == "error" and one.code.startswith(_FATAL)
        ]
        entry = _place(request.parts[0], root).removeprefix("/")
        return {"program": {**result.program, "scripts": {}}, "entry": entry, "root": str(root), "errors": errors}

    def _built(self, request: Request, root: Path, more: Mapping[str, str] | None = None) -> BuildResult:
        files = {**_files(request, root), **(more or {})}
        result = self._build(root, files)
        # Each of those put in may lead to more that have others put in.
        while (stand_ins := _stand_ins(request, root, result)).keys() - files.keys():
            files = {**files, **stand_ins}
            result = self._build(root, files)
        return result

    def _build(self, root: Path, overlay: Mapping[str, str]) -> BuildResult:
        last = self._last.get(str(root))
        try:
            if last is None:
                result = build(load_project(root, overlay), style_compiler=self._styles, advises=False)
            else:
                result = build(last.project, last, (), overlay, style_compiler=self._styles, advises=False)
        except NotAProject as why:
            raise CannotCompile(str(why)) from why
        self._last[str(root)] = result
        return result

    def _sheets(self, request: Request, root: Path, result: BuildResult) -> dict[str, Any]:
        if request.is_less:
            snapshot = SnapshotFiles(result.project.files)
            paths = [f"{stem}.wxss" for stem in result.project.components if snapshot.text(f"{stem}.wxss")]
            less = {path: self._styles.compile(path, "Less", snapshot).css for path in paths}
            result = self._built(request, root, less)
        sheets = {stem: style_of(result.project, stem) or "" for stem in result.project.components}
        return {stem: result.styles[path].parts for stem, path in sheets.items() if path in result.styles}


def _files(request: Request, root: Path) -> dict[str, str]:
    """A page with the component, and the definitions of the test, as texts that lie over the folder."""
    files = {
        "app.json": json.dumps({"pages": [PAGE], "usingComponents": _uses(request, root, request.everywhere)}),
        "app.js": "App({});",
        "project.config.json": "{}",
        f"{PAGE}.js": "Page({});",
        f"{PAGE}.json": json.dumps({"usingComponents": {"the-component": _place(request.parts[0], root)}}),
        f"{PAGE}.wxml": "<the-component/>",
    }
    for part in request.parts:
        if part.path:
            continue
        name = _own(part)
        files[f"{name}.json"] = json.dumps({"component": True, "usingComponents": _uses(request, root, part.uses)})
        files[f"{name}.wxml"] = part.template
        files[f"{name}.js"] = "Component({});"
    return files


def _stand_ins(request: Request, root: Path, result: BuildResult) -> dict[str, str]:
    """The JSON of components in which a test puts other components in the place of those that they use."""
    given: dict[str, str] = {}
    loaded: set[str] = set()
    for part in request.parts:
        if part.path and part.uses:
            given |= part.uses
            loaded.add(_place(part, root).removeprefix("/"))
    found = {}
    for stem, component in result.project.components.items() if given else ():
        mine = {tag: use for tag, use in given.items() if stem in loaded or tag in component.using}
        if mine and not stem.startswith(f"{FOLDER}/"):
            using = {**component.json.get("usingComponents", {}), **_uses(request, root, mine)}
            found[f"{stem}.json"] = json.dumps({**component.json, "usingComponents": using})
    return found


def _uses(request: Request, root: Path, uses: Mapping[str, str]) -> dict[str, str]:
    by_id = {part.id: part for part in request.parts}
    return {tag: _place(by_id[use], root) if use in by_id else use for tag, use in uses.items()}


def _own(part: Part) -> str:
    return f"{FOLDER}/part{part.id}"


def _place(part: Part, root: Path) -> str:
    if not part.path:
        return f"/{_own(part)}"
    path = Path(os.path.realpath(part.path))
    if not path.is_relative_to(root):
        raise CannotCompile(f"{part.path} lies outside of the root {root}; pass a rootPath that holds it")
    return f"/{path.relative_to(root).as_posix()}"
