"""Completion in configuration files: keys and allowed values. What comes from the project is in `json_project`."""

from __future__ import annotations

from collections.abc import Iterator

from runtime.language.answers import Completion, Suggestion
from runtime.language.completion.json_project import chosen_names, found_in_project, texts
from runtime.language.completion.usual import CONFIG_KEYS, order
from runtime.language.configuration.place import JsonPlace, json_place
from runtime.language.configuration.rules import rule_at, rules_at, rules_of_file
from runtime.language.documents import Documents, OpenText
from runtime.project.json_text import read_json

_SNIPPETS = {"object": "{$1}", "array": "[$1]", "boolean": "$1", "number": "$1"}
_THEMED = ("Color", "Style", "color", "Path")
"""Endings of keys whose values may come from the theme."""


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
        yield from chosen_names(documents, opened, place)  # the project's own
        return
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
            order(name, CONFIG_KEYS, 0),
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
    yield from texts(allowed, "value")
    yield from found_in_project(documents, opened, place.key)
    if place.key and str(place.key[-1]).endswith(_THEMED):
        yield from texts((f"@{name}" for name in opened.project.themes.get("light", ())), "variable")
