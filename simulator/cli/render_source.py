"""What `handset render` mounts: a component or a bare template, in a copy of its project that has one page only.

The project's app.json counts with all that is not about pages. A component is put on a page of its own, its data are
given as properties; a template becomes the page itself, the data are the page's.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runtime.project.component_config import is_component
from runtime.project.load import load_project
from runtime.project.model import Project
from simulator.build.lone_pages import program_of, root_above

PAGE = "handset-render/page"
TAG = "handset-render"
_PROPERTY = re.compile(r"[A-Za-z_$][\w$]*(-[\w$]+)*")
_PLAIN = re.compile(r"id|class|style|slot|data-.+")


class CannotRender(Exception):
    """There is nothing to mount at the path. The text says why."""


@dataclass(frozen=True, slots=True)
class Mountable:
    """A project with one page; `name` is the component's path or the template's file in the mini program's folder."""

    project: Project
    page: str
    name: str
    is_component: bool


def mountable(path: Path, data: Mapping[str, Any], root: Path | None = None) -> Mountable:
    """The project for `path`: a component's path without ending, or a `.wxml` file. Raises CannotRender.

    `root` is the project folder; by default the nearest folder above with a project.config.json, an app.json or a
    package.json, else the folder of the file.
    """
    is_template = path.suffix == ".wxml"
    target = Path(os.path.realpath(path))
    if is_template and not target.is_file():
        raise CannotRender(f"there is no file {path}")
    top = Path(os.path.realpath(root)) if root else root_above(target.parent)
    if not target.is_relative_to(top):
        raise CannotRender(f"{path} is not inside {top}")
    below, app = program_of(top)
    folder = top / below if below else top
    if not target.is_relative_to(folder):
        raise CannotRender(f"{path} is not inside the mini program's folder {folder}")
    name = target.relative_to(folder).as_posix()
    overlay = _template_files(name, data) if is_template else _component_files(name, data)
    page = name.removesuffix(".wxml") if is_template else PAGE
    overlay["app.json"] = json.dumps({**app, "pages": [page]})
    if not (folder / "app.js").is_file() and not (folder / "app.ts").is_file():
        overlay["app.js"] = "App({});"
    prefix = f"{below}/" if below else ""
    project = load_project(top, {prefix + file: text for file, text in overlay.items()})
    if not is_template and not is_component(project.files, name):
        raise CannotRender(f"there is no component {path} (a script and a template with that name)")
    return Mountable(project, page, name, not is_template)


def _component_files(name: str, data: Mapping[str, Any]) -> dict[str, str]:
    attributes: list[str] = []
    values: dict[str, Any] = {}
    for number, (key, value) in enumerate(data.items()):
        if not _PROPERTY.fullmatch(key):
            raise CannotRender(f'"{key}" is no name of a property')
        attribute = key if _PLAIN.fullmatch(key) else f"extra-attr:{_camel(key)}"
        attributes.append(f' {attribute}="{{{{v{number}}}}}"')
        values[f"v{number}"] = value
    return {
        f"{PAGE}.wxml": f"<{TAG}{''.join(attributes)}/>",
        f"{PAGE}.json": json.dumps({"usingComponents": {TAG: f"/{name}"}}),
        f"{PAGE}.js": f"Page({{data: {json.dumps(values)}}});",
    }


def _camel(name: str) -> str:
    return re.sub(r"-(.)", lambda match: match[1].upper(), name)


def _template_files(name: str, data: Mapping[str, Any]) -> dict[str, str]:
    return {name.removesuffix(".wxml") + ".js": f"Page({{data: {json.dumps(data)}}});"}
