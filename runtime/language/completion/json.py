"""Completion in configuration files: keys, allowed values, pages, components and pictures of the project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from runtime.language.answers import Completion, Suggestion, SuggestionKind
from runtime.language.configuration.place import JsonPlace, json_place
from runtime.language.configuration.rules import rule_at, rules_at, rules_of_file
from runtime.language.documents import Documents, OpenText
from runtime.project.json_text import Key, read_json
from runtime.project.model import Project

_SNIPPETS = {"object": "{$1}", "array": "[$1]", "boolean": "$1", "number": "$1"}
_PICTURES = (".png", ".jpg", ".jpeg")
_THEMED = ("Color", "Style", "color", "Path")
"""Endings of keys whose values may come from the theme."""

_MAX_FILES = 500


def complete_json(documents: Documents, opened: OpenText, offset: int) -> Completion | None:
    """What may stand at an offset of a configuration file."""
    place = json_place(opened.text, offset)
    if place.kind == "name":
        found = list(_names(documents, opened, place))
    else:
        found = list(_values(documents, opened, place)) if place.kind == "value" else []
    taken = opened.lines.range(place.start, place.end)
    return Completion(taken, tuple(found)) if found and taken.start.line == taken.end.line else None


def _names(documents: Documents, opened: OpenText, place: JsonPlace) -> Iterator[Suggestion]:
    known, rules = opened.project.platform.config_keys, rules_of_file(documents, opened)
    around = rule_at(known, rules, place.key) if place.key and isinstance(place.key[-1], str) else None
    if around is not None and str(around.get("type", "")).startswith("map<"):
        return  # names are the project's own there
    written = read_json(opened.text, opened.outer).at(*place.key)
    has_value = opened.text[place.end :].lstrip().startswith(":")
    for name, rule in rules_at(known, rules, place.key).items():
        if isinstance(written, dict) and name in written and not has_value:
            continue
        value = "" if has_value else f": {_snippet(str(rule.get('type', '')))}"
        yield Suggestion(
            name,
            "key",
            f'"{name}"{value}',
            str(rule.get("type", "")),
            str(rule.get("summary", "")),
            is_snippet=not has_value,
            goes_on=not has_value,
            filter=f'"{name}"',
        )


def _snippet(declared: str) -> str:
    kind = declared.split("|")[0]
    if kind.endswith("[]"):
        return _SNIPPETS["array"]
    if kind.startswith(("map<", "object")):
        return _SNIPPETS["object"]
    return _SNIPPETS.get(kind, '"$1"')


def _values(documents: Documents, opened: OpenText, place: JsonPlace) -> Iterator[Suggestion]:
    rule = rule_at(opened.project.platform.config_keys, rules_of_file(documents, opened), place.key) or {}
    if "boolean" in str(rule.get("type", "")):
        yield from (Suggestion(word, "value", word) for word in ("true", "false"))
    allowed = [str(one) for one in rule.get("enum", ()) if not str(one).startswith("<")]
    yield from _texts(allowed, "value")
    yield from _files(documents, opened, place.key, rule)
    if place.key and str(place.key[-1]).endswith(_THEMED):
        yield from _texts((f"@{name}" for name in opened.project.themes.get("light", ())), "variable")


def _files(documents: Documents, opened: OpenText, key: Key, rule: Mapping[str, Any]) -> Iterator[Suggestion]:
    project = opened.project
    names = [step for step in key if isinstance(step, str)]
    if key[:1] == ("usingComponents",) and len(key) == 2:
        yield from _texts((f"/{stem}" for stem in _components(documents, project)), "component")
    elif opened.path == "app.json" and names == ["pages"]:
        declared = {page.path for page in project.pages}
        yield from _texts((stem for stem in _pages(project) if stem not in declared), "file")
    elif opened.path == "app.json" and names[-1:] in (["pagePath"], ["entryPagePath"]):
        yield from _texts((page.path for page in project.pages), "file")
    elif names[-1:] in (["iconPath"], ["selectedIconPath"]):
        yield from _texts((path for path in sorted(project.files.paths) if path.endswith(_PICTURES)), "file")


def _texts(texts: Iterable[str], kind: SuggestionKind) -> Iterator[Suggestion]:
    for number, text in enumerate(texts):
        if number == _MAX_FILES:
            return
        written = json.dumps(text, ensure_ascii=False)
        yield Suggestion(text, kind, written, filter=written)


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
