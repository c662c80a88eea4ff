"""Checks configuration files against the platform's table of keys: types, allowed values, spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.platform.config_keys import ConfigKeys
from runtime.project.json_text import JsonText
from runtime.project.misplaced import belongs_in
from runtime.project.paths import closest
from runtime.project.spelling import mistyped

At = tuple[str | int, ...]
_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "hexColor": (str,),
    "path": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}

# Required members whose absence has words of its own.
_SAID_ELSEWHERE = frozenset({"root", "list", "component", "text"})
_ITEMS_SAID_ELSEWHERE = frozenset({"pages"})
# Begins a key that switches something in the platform's own tools on. Observed: official demo.
_SWITCH = "__"
# The tools write keys of their own into these, so that only a slip is worth a word.
_OPEN = frozenset({"project.config.json", "setting"})
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def check_keys(known: ConfigKeys, text: JsonText, value: object, at: At, sections: Iterable[str]) -> list[Diagnostic]:
    """Values of the wrong type or form, values that are not in the list of allowed ones, members that are missing,
    and keys that mean nothing here.

    Members with a section of their own in the table are left to a call of its own.
    """
    names = tuple(sections)
    checker = _Checker(known, text, names)
    checker.members(value, at, known.rules(names))
    return checker.found


class _Checker:
    def __init__(self, known: ConfigKeys, text: JsonText, sections: tuple[str, ...]) -> None:
        self.known = known
        self.text = text
        self.sections = sections
        self.found: list[Diagnostic] = []

    def members(self, value: object, at: At, rules: Mapping[str, Any]) -> None:
        if not isinstance(value, dict):
            return
        present = set(value)
        for key, member in value.items():
            rule = rules.get(key)
            if isinstance(rule, dict):
                self._member(member, (*at, key), rule)
            elif rule is None and not key.startswith(_SWITCH):
                present.add(self._unknown(key, at, [known for known in rules if known not in value]))
        for key, rule in rules.items():
            is_missing = isinstance(rule, dict) and rule.get("required") is True and key not in present
            if is_missing and key not in _SAID_ELSEWHERE and (at or key != "pages"):
                self.found.append(Diagnostic("project/missing-key", self.text.span(*at), {"key": key}))

    def _unknown(self, key: str, at: At, known: list[str]) -> str:
        """Says what is wrong with a key; returns the one that is meant."""
        span = self.text.key_span(*at, key)
        place = belongs_in(key, self.sections) if not at or at == (self.sections[0],) else ""
        is_open = not _OPEN.isdisjoint(self.sections)
        meant = mistyped(key, known) if is_open else closest(key, known)
        if place:
            self.found.append(Diagnostic("project/misplaced-key", span, {"key": key, "place": place}))
        elif meant:
            self.found.append(Diagnostic("project/unknown-key", span, {"key": key, "meant": meant}))
        elif not is_open:
            self.found.append(Diagnostic("project/ignored-key", span, {"key": key}))
        return meant

    def _member(self, member: object, at: At, rule: Mapping[str, Any]) -> None:
        key = str(at[-1])
        if not _has_type(member, str(rule.get("type", ""))):
            args = {"key": key, "wanted": _readable(str(rule["type"])), "found": _kind_of(member)}
            self._find("project/wrong-type", at, args)
        elif _is_outside(member, rule):
            self._find("project/wrong-value", at, _outside(key, member, rule))
        elif _is_bad_colour(member, rule):
            self._find("project/bad-colour", at, {"key": key, "found": str(member)})
        else:
            self._inner(member, at, rule)

    def _inner(self, value: object, at: At, rule: Mapping[str, Any]) -> None:
        declared = str(rule.get("type", ""))
        is_typed = declared.split("|")[0] in ("string[]", "object[]") and at[-1] not in _ITEMS_SAID_ELSEWHERE
        if isinstance(value, list) and is_typed:
            self._items(value, at, rule, declared.split("[")[0])
        if declared.startswith("map<"):
            described = rule.get("fields") or self.known.find(str(rule.get("ref"))) or {}
            for key, item in value.items() if isinstance(value, dict) and described else ():
                self.members(item, (*at, key), described)
            return
        inner = rule.get("fields", rule.get("items"))
        if not isinstance(inner, dict):
            return
        if isinstance(value, list):
            for index, item in enumerate(value):
                self.members(item, (*at, index), inner)
        else:
            self.members(value, at, inner)

    def _items(self, items: list[Any], at: At, rule: Mapping[str, Any], kind: str) -> None:
        key = str(at[-1])
        for index, item in enumerate(items):
            # A compiler plug-in may come with options: `["less", {…}]`.
            if not isinstance(item, (*_KINDS[kind], list)):
                args = {"key": f"{key}[{index}]", "wanted": kind, "found": _kind_of(item)}
                self._find("project/wrong-type", (*at, index), args)
            elif isinstance(item, str) and "enum" in rule and item not in rule["enum"]:
                self._find("project/wrong-value", (*at, index), _outside(key, item, rule))

    def _find(self, code: str, at: At, args: Mapping[str, str]) -> None:
        self.found.append(Diagnostic(code, self.text.span(*at), args))


def _outside(key: str, value: object, rule: Mapping[str, Any]) -> dict[str, str]:
    return {"key": key, "found": str(value), "allowed": ", ".join(str(one) for one in rule["enum"])}


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
