"""Makes a project from a template or an example: a copy with the project's name filled in.

Used by `handset new` and the window.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from runtime.project.gate import is_text, shown_name
from simulator.template_languages import ProjectLanguage, translated, with_languages

NAME_MARK = "@name@"
NO_APPID = "touristappid"
_CONFIG = "project.config.json"
_FILLED_IN = ("app.json", _CONFIG)
_TEXTS = (".js", ".json", ".wxss")
_APPID = re.compile(r"wx[0-9a-zA-Z]{16}")


class NewProjectError(Exception):
    """The project cannot be made; the text says why."""


def template_names() -> tuple[str, ...]:
    """The templates that exist, then the examples."""
    return (*sorted(_sources("templates")), *sorted(_sources("examples")))


def picture_of(template: str) -> bytes:
    """A picture (PNG) of what a template looks like."""
    return (files("resources") / "pictures" / f"{template}.png").read_bytes()


def is_appid(text: str) -> bool:
    """Whether the platform could have given this id; none at all will do as well."""
    return text in ("", NO_APPID) or _APPID.fullmatch(text) is not None


def new_project(
    target: Path,
    template: str = "blank",
    name: str = "",
    *,
    appid: str = "",
    languages: Collection[ProjectLanguage] = (),
) -> tuple[Path, ...]:
    """Makes a project in `target`, which must not exist yet or be an empty folder; returns its files.

    `name` is shown in the navigation bar; without one it is the folder's. Raises NewProjectError.
    """
    if not is_appid(appid):
        raise NewProjectError(f"{shown_name(appid)} is no appid: those are wx and 16 letters or digits")
    if template not in template_names():
        raise NewProjectError(f"there is no template {template!r}; there are: {', '.join(template_names())}")
    real = os.path.realpath(target)
    if not is_text(real + name):
        raise NewProjectError(f"{shown_name(real + name)} is not UTF-8")
    try:
        if os.path.lexists(target) and (not target.is_dir() or any(target.iterdir())):
            raise NewProjectError(f"{target} exists and is not an empty folder")
        with as_file((_sources("templates") | _sources("examples"))[template]) as source:
            return tuple(_copied(source, target, _Filling(name or os.path.basename(real), appid, languages)))
    except OSError as error:
        raise NewProjectError(f"{error.filename or target}: {error.strerror}") from error


def _sources(kind: str) -> dict[str, Traversable]:
    return {entry.name: entry for entry in (files("resources") / kind).iterdir() if entry.is_dir()}


@dataclass(frozen=True, slots=True)
class _Filling:
    """What a copy of a template has of its own."""

    name: str
    appid: str
    languages: Collection[ProjectLanguage]

    def of(self, file_name: str, text: str) -> tuple[str, str]:
        """The name and the text of a file's copy."""
        if file_name in _FILLED_IN:
            text = text.replace(NAME_MARK, json.dumps(self.name, ensure_ascii=False)[1:-1])
        if file_name == _CONFIG:
            return file_name, with_languages(text.replace(NO_APPID, self.appid or NO_APPID), self.languages)
        return translated(file_name, text, self.languages)


def _copied(source: Path, target: Path, filling: _Filling) -> Iterator[Path]:
    for file in sorted(path for path in source.rglob("*") if path.is_file()):
        copy, data = target / file.relative_to(source), file.read_bytes()
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix in _TEXTS:
            name, text = filling.of(file.name, data.decode())
            copy, data = copy.with_name(name), text.encode()
        copy.write_bytes(data)
        yield copy
