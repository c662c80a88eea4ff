"""What configuration files take from their project: pages, packages, components, pictures, colours in use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from runtime.language.answers import Suggestion, SuggestionKind
from runtime.language.configuration.place import JsonPlace
from runtime.language.documents import Documents, OpenText
from runtime.language.unregistered import unregistered_in
from runtime.project.json_text import Key, read_json
from runtime.project.model import Project
from runtime.project.paths import folder_of

_PICTURES = (".png", ".jpg", ".jpeg")
_PLAIN_COLOURS = ("#ffffff", "#000000", "#f7f7f7")
_PACKAGES = ("subPackages", "subpackages")
_MAX_TEXTS = 500


def texts(found: Iterable[str], kind: SuggestionKind) -> Iterator[Suggestion]:
    """Texts in quotation marks."""
    for number, text in enumerate(dict.fromkeys(found)):
        if number == _MAX_TEXTS:
            return
        written = json.dumps(text, ensure_ascii=False)
        yield Suggestion(text, kind, written, filter=written)


def chosen_names(documents: Documents, opened: OpenText, place: JsonPlace) -> Iterator[Suggestion]:
    """Names of an object that has names of the project: tags of components, pages."""
    project, name = opened.project, place.key[-1]
    rest = "" if opened.text[place.end :].lstrip().startswith(":") else None
    if name == "usingComponents" and len(place.key) == 1:
        for one in unregistered_in(documents, opened.path):
            value = f': "{one.named}"' if rest is None else rest
            yield Suggestion(one.tag, "component", f'"{one.tag}"{value}', one.named, filter=f'"{one.tag}"')
        return
    listed: Iterable[str] = ()
    if name == "componentPlaceholder":
        listed = _tags(opened)
    elif name == "preloadRule":
        listed = (page.path for page in project.pages)
    for text in texts(listed, "key"):
        value = ': "$1"' if name == "componentPlaceholder" else ': {"packages": [$1]}'
        yield replace(text, insert=text.insert + (value if rest is None else rest), is_snippet=True, goes_on=True)


def found_in_project(documents: Documents, opened: OpenText, key: Key) -> Iterator[Suggestion]:
    """Values that name something of the project."""
    project = opened.project
    names = [step for step in key if isinstance(step, str)]
    last = names[-1] if names else ""
    if key[:1] == ("usingComponents",) and len(key) == 2:
        named = [one.named for one in unregistered_in(documents, opened.path)]
        yield from texts((*named, *(f"/{stem}" for stem in _components(documents, project))), "component")
    elif names[:1] == ["componentPlaceholder"] and len(key) == 2:
        yield from texts(("view", *_tags(opened)), "component")
    elif last in ("iconPath", "selectedIconPath"):
        yield from texts((path for path in sorted(project.files.paths) if path.endswith(_PICTURES)), "file")
    elif last.endswith("Color"):
        yield from texts((*_colours(project), *_PLAIN_COLOURS), "value")
    elif opened.path == "app.json":
        yield from _of_the_app(project, opened, key, names)


def _of_the_app(project: Project, opened: OpenText, key: Key, names: list[str]) -> Iterator[Suggestion]:
    declared = {page.path for page in project.pages}
    if names == ["pages"]:
        yield from texts((stem for stem in _pages(project) if stem not in declared), "file")
    elif names[-1:] in (["pagePath"], ["entryPagePath"]):
        yield from texts((page.path for page in project.pages), "file")
    elif names[:1] == ["preloadRule"] and names[-1:] == ["packages"]:
        yield from texts(("__APP__", *_roots(project)), "file")
    elif names[:1] and names[0] in _PACKAGES and names[-1] == "pages":
        root = str(read_json(opened.text, opened.outer).at(*key[:2], "root") or "").strip("/")
        below = (stem for stem in _pages(project) if root and stem.startswith(f"{root}/"))
        yield from texts((stem.removeprefix(f"{root}/") for stem in below if stem not in declared), "file")
    elif names[:1] and names[0] in _PACKAGES and names[-1] == "root":
        folders = (stem.partition("/")[0] for stem in _pages(project) if stem not in declared)
        yield from texts((folder for folder in folders if folder), "file")
    elif names[-1:] in (["sitemapLocation"], ["themeLocation"]):
        paths = (path for path in sorted(project.files.paths) if path.endswith(".json") and not folder_of(path))
        yield from texts((path for path in paths if path != "app.json"), "file")


def _roots(project: Project) -> list[str]:
    lists = (project.app[name] for name in _PACKAGES if isinstance(project.app.get(name), list))
    listed: list[Any] = next(lists, [])
    return [str(one["root"]).strip("/") for one in listed if isinstance(one, dict) and one.get("root")]


def _tags(opened: OpenText) -> list[str]:
    using = read_json(opened.text, opened.outer).at("usingComponents")
    return list(using) if isinstance(using, dict) else []


def _colours(project: Project) -> Iterator[str]:
    """Those of the other configuration files."""
    for config in (project.app, *(one.json for one in project.components.values())):
        yield from _colours_of(config)
        yield from (colour for inner in config.values() if isinstance(inner, dict) for colour in _colours_of(inner))


def _colours_of(config: Mapping[str, Any]) -> Iterator[str]:
    yield from (
        value for key, value in config.items() if key.endswith("Color") and isinstance(value, str) and value[:1] == "#"
    )


def _components(documents: Documents, project: Project) -> Iterator[str]:
    for path in sorted(project.files.paths):
        stem = path.removesuffix(".json")
        if stem != path and project.files.exists(f"{stem}.wxml") and '"component"' in (documents.text(path) or ""):
            yield stem


def _pages(project: Project) -> Iterator[str]:
    """What looks like a page: a template with a script that is no component's."""
    for path in sorted(project.files.paths):
        stem = path.removesuffix(".wxml")
        if stem == path or not any(project.files.exists(stem + ending) for ending in (".js", ".ts")):
            continue
        if '"component"' not in (project.files.text(f"{stem}.json") or ""):
            yield stem
