"""Compiles what a test mounts: a component of a library, or one that the test itself defines, in a program of one page.

The component's file is that of its library; a definition of the test has a template here, and its script asks the
test for the rest (`__definition`), which has its functions.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from runtime.compiler.build import BuildResult, build
from runtime.project.load import load_project
from runtime.project.model import NotAProject
from simulator.build.lone_pages import root_above
from simulator.styles.process import StyleProcess

_BEYOND = ("project/component-not-found", "script/module-not-found")
# Tests of a component stand in for others that it uses, and see no styles.
_FATAL = ("wxml/", "script/", "wxs/", "json/")
PAGE = "handset-simulate/page"
FOLDER = "handset-simulate"


class Part(Struct, frozen=True, rename="camel"):
    """A component that a test has loaded: by its `path` (absolute, without ending), or defined by a `template`.

    `uses`: tag → number of another part, or a path as in usingComponents.
    """

    path: str = ""
    template: str = ""
    uses: dict[str, int | str] = {}


class Request(Struct, frozen=True, rename="camel"):
    """Mount `parts[entry]` as `<tag>` with these properties. `root`: folder that absolute paths start at."""

    root: str
    parts: list[Part]
    entry: int
    tag: str
    properties: list[str] = []


class CannotCompile(Exception):
    """There is nothing to mount; the text says why."""


class Compiling:
    """Keeps what it has compiled of a folder for the next request."""

    def __init__(self, styles: StyleProcess) -> None:
        self._styles = styles
        self._last: dict[str, BuildResult] = {}

    def program(self, request: Request) -> dict[str, Any]:
        """`{program, page, errors: […]}`. Raises CannotCompile."""
        root = Path(os.path.realpath(request.root))
        result = self._built(request, root)
        if any(one.code in _BEYOND for one in result.diagnostics):
            # Demonstrations use what lies beside the library, and packages.
            result = self._built(request, root_above(root.parent))
        errors = [
            f"{one.span.file}:{one.span.line}:{one.span.column}: {one.text()}"
            for one in result.diagnostics
            if one.severity == "error" and one.code.startswith(_FATAL)
        ]
        return {"program": result.program, "page": PAGE, "errors": errors}

    def _built(self, request: Request, root: Path) -> BuildResult:
        overlay = _files(request, root)
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


def _files(request: Request, root: Path) -> dict[str, str]:
    """The page and the definitions of the test, as texts that lie over the folder."""
    files = {
        "app.json": json.dumps({"pages": [PAGE]}),
        "app.js": "App({});",
        "project.config.json": "{}",
        f"{PAGE}.js": "Page({ data: __properties() });",
        f"{PAGE}.json": json.dumps({"usingComponents": {request.tag: _place(request.parts, request.entry, root)}}),
        f"{PAGE}.wxml": _markup(request.tag, request.properties),
    }
    for number, part in enumerate(request.parts):
        if part.path:
            continue
        name = _own(number)
        uses = {tag: _use(request.parts, use, root) for tag, use in part.uses.items()}
        files[f"{name}.json"] = json.dumps({"component": True, "usingComponents": uses})
        files[f"{name}.wxml"] = part.template
        files[f"{name}.js"] = f"Component(__definition({number}));"
    return files


def _markup(tag: str, properties: Sequence[str]) -> str:
    given = "".join(f' {name}="{{{{v{number}}}}}"' for number, name in enumerate(properties))
    return f"<{tag}{given}/>"


def _own(number: int) -> str:
    return f"{FOLDER}/part{number}"


def _use(parts: Sequence[Part], use: int | str, root: Path) -> str:
    return _place(parts, use, root) if isinstance(use, int) else use


def _place(parts: Sequence[Part], number: int, root: Path) -> str:
    part = parts[number]
    if not part.path:
        return f"/{_own(number)}"
    path = Path(os.path.realpath(part.path))
    if not path.is_relative_to(root):
        raise CannotCompile(f"{part.path} lies outside of the root {root}; pass a rootPath that holds it")
    return f"/{path.relative_to(root).as_posix()}"
