"""The platform's table of configuration keys (`resources/spec/config.json`): defaults, allowed values, spelling."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.project.json_text import JsonText
from runtime.project.paths import closest

_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "hexColor": (str,),
    "path": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


@cache
def config_spec() -> Mapping[str, Any]:
    """The whole table."""
    spec: Mapping[str, Any] = json.loads(files("resources.spec").joinpath("config.json").read_text("utf-8"))
    return spec


@cache
def defaults(section: str) -> Mapping[str, Any]:
    """The default values of a section, such as `window`."""
    return {key: rule["default"] for key, rule in config_spec()[section].items() if "default" in rule}


def check_keys(text: JsonText, value: object, at: tuple[str | int, ...], sections: Iterable[str]) -> list[Diagnostic]:
    """Values of the wrong type or form, values that are not in the list of allowed ones, and slips of spelling.

    Members with a section of their own in the table are left to a call of its own.
    """
    rules: dict[str, Any] = {}
    for section in sections:
        rules.update(config_spec()[section])
        rules.update({rule["alias"]: rule for rule in config_spec()[section].values() if "alias" in rule})
    found: list[Diagnostic] = []
    _check_members(text, value, at, rules, found)
    return found


def _check_members(
    text: JsonText, value: object, at: tuple[str | int, ...], rules: Mapping[str, Any], found: list[Diagnostic]
) -> None:
    if not isinstance(value, dict):
        return
    for key, member in value.items():
        rule = rules.get(key)
        if not isinstance(rule, dict):
            meant = closest(key, [known for known in rules if known not in value]) if rule is None else ""
            if meant:
                found.append(Diagnostic("project/unknown-key", text.key_span(*at, key), {"key": key, "meant": meant}))
        elif not _has_type(member, str(rule.get("type", ""))):
            args = {"key": key, "wanted": _readable(str(rule["type"])), "found": _kind_of(member)}
            found.append(Diagnostic("project/wrong-type", text.span(*at, key), args))
        elif _is_outside(member, rule):
            allowed = ", ".join(str(value) for value in rule["enum"])
            args = {"key": key, "found": str(member), "allowed": allowed}
            found.append(Diagnostic("project/wrong-value", text.span(*at, key), args))
        elif _is_bad_colour(member, rule):
            args = {"key": key, "found": str(member)}
            found.append(Diagnostic("project/bad-colour", text.span(*at, key), args))
        else:
            _check_inner(text, member, (*at, key), rule, found)


def _check_inner(
    text: JsonText, value: object, at: tuple[str | int, ...], rule: Mapping[str, Any], found: list[Diagnostic]
) -> None:
    inner = rule.get("fields", rule.get("items"))
    if not isinstance(inner, dict):
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            _check_members(text, item, (*at, index), inner, found)
    elif str(rule.get("type", "")).startswith("map<"):
        for key, item in value.items() if isinstance(value, dict) else ():
            _check_members(text, item, (*at, key), inner, found)
    else:
        _check_members(text, value, at, inner, found)


def _is_bad_colour(value: object, rule: Mapping[str, Any]) -> bool:
    if rule.get("type") != "hexColor" or not isinstance(value, str):
        return False
    return bool(value) and not value.startswith("@") and not _COLOUR.fullmatch(value)


def _has_type(value: object, declared: str) -> bool:
    for kind in declared.split("|"):
        if kind.startswith("map<") or kind.startswith("object<"):
            wanted: tuple[type, ...] = (dict,)
        elif kind.endswith("[]"):
            wanted = (list,)
        elif kind.startswith("string"):
            wanted = (str,)
        else:
            wanted = _KINDS.get(kind, (object,))
        if isinstance(value, wanted) and not (isinstance(value, bool) and bool not in wanted and object not in wanted):
            return True
    # The tools take `"true"` for a boolean without a word.
    return "boolean" in declared and value in ("true", "false")


def _is_outside(value: object, rule: Mapping[str, Any]) -> bool:
    allowed = rule.get("enum")
    # `<x.y.z>` among the allowed values stands for any text of that form.
    if (
        not allowed
        or any(str(item).startswith("<") for item in allowed)
        or not isinstance(value, str)
        or "array" in str(rule.get("type", ""))
        or value == ""
    ):
        return False
    return value not in allowed and not value.startswith("@")


def _kind_of(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names[type(value)]


def _readable(declared: str) -> str:
    kinds = ["object" if kind.startswith("map<") else kind.partition(" ")[0] for kind in declared.split("|")]
    return " or ".join("string" if kind in ("hexColor", "path") else kind for kind in kinds)
