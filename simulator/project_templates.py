"""Makes a project from a template or an example: a copy with the project's name filled in.

Used by `handset new` and the window.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from runtime.project.gate import is_text, shown_name

NAME_MARK = "@name@"
FILLED_IN = ("app.json", "project.config.json")


class NewProjectError(Exception):
    """The project cannot be made; the text says why."""


def template_names() -> tuple[str, ...]:
    """The templates that exist, then the examples."""
    return (*sorted(_sources("templates")), *sorted(_sources("examples")))


def picture_of(template: str) -> bytes:
    """A picture (PNG) of what a template looks like."""
    return (files("resources") / "pictures" / f"{template}.png").read_bytes()


def new_project(target: Path, template: str = "blank", name: str = "") -> tuple[Path, ...]:
    """Makes a project in `target`, which must not exist yet or be an empty folder; returns its files.

    `name` is shown in the navigation bar; without one it is the folder's. Raises NewProjectError.
    """
    if template not in template_names():
        raise NewProjectError(f"there is no template {template!r}; there are: {', '.join(template_names())}")
    real = os.path.realpath(target)
    if not is_text(real + name):
        raise NewProjectError(f"{shown_name(real + name)} is not UTF-8")
    try:
        if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
            raise NewProjectError(f"{target} exists and is not an empty folder")
        with as_file((_sources("templates") | _sources("examples"))[template]) as source:
            return tuple(_copied(source, target, name or os.path.basename(real)))
    except OSError as error:
        raise NewProjectError(f"{error.filename or target}: {error.strerror}") from error


def _sources(kind: str) -> dict[str, Traversable]:
    return {entry.name: entry for entry in (files("resources") / kind).iterdir() if entry.is_dir()}


def _copied(source: Path, target: Path, name: str) -> Iterator[Path]:
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        copy = target / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        if file.name in FILLED_IN:
            data = data.replace(NAME_MARK.encode(), json.dumps(name, ensure_ascii=False)[1:-1].encode())
        copy.write_bytes(data)
        yield copy
