"""Sass modules for libsass, which does not know them: `@use` and `@forward` become imports, prefixes go away.

What libsass imports lands in one space of names, so a module's names are found without its prefix. Members of the
built-in modules have older names there. Lines stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

# An import that came from `@use` is loaded once; the importer knows it by this mark and a number that makes its name
# one of its own, because libsass asks only once for each name.
ONCE = "handset-once:"
PRELUDE = "@function handset-div($a,$b){@return $a/$b}"

_USE = re.compile(
    r"""@(use|forward)\s+(["'])([^"'\n]+)\2(?:\s++as\s++([\w*-]++))?"""
    r"""(?:\s++(?:show|hide)\s++(?:(?!\swith\b)[^;{\n])*+)?(?:\s++with\s*+\(((?:[^()]|\([^()]*+\))*+)\))?[^\S\n]*+(?=;|\n|$)"""
)
_SETTING = re.compile(r"(\$[\w-]+)\s*+:\s*+((?:[^,()]|\([^()]*+\))++)")
_BUILT_IN: Mapping[str, Mapping[str, str]] = {
    "math": {"div": "handset-div", "is-unitless": "unitless", "compatible": "comparable"},
    "color": {"adjust": "adjust-color", "scale": "scale-color", "change": "change-color"},
    "map": {name: f"map-{name}" for name in ("get", "merge", "keys", "values", "has-key", "remove")},
    "list": {"separator": "list-separator"},
    "string": {
        name: f"str-{name}" for name in ("length", "slice", "index", "insert")
    },
    "meta": {},
    "selector": {name: f"selector-{name}" for name in ("append", "nest", "replace", "unify", "extend")},
}  # fmt: skip


def without_modules(text: str) -> str:
    """The text in the older language."""
    if "@use" not in text and "@forward" not in text:
        return text
    prefixes: dict[str, Mapping[str, str]] = {}

    def rewrite(match: re.Match[str]) -> str:
        kind, name, alias, settings = match[1], match[3], match[4], match[5]
        breaks = "\n" * match[0].count("\n")
        if name.startswith("sass:"):
            if alias != "*":
                prefixes[alias or name[5:]] = _BUILT_IN.get(name[5:], {})
            return breaks
        if kind == "use" and alias != "*":
            prefixes[alias or name.rpartition("/")[2].partition(".")[0].lstrip("_")] = {}
        before = "".join(f"{key}: {value.strip()};" for key, value in _SETTING.findall(settings or ""))
        return f'{before}@import "{ONCE}{match.start()}:{name}"{breaks}'

    text = _USE.sub(rewrite, text)
    for prefix, members in prefixes.items():
        pattern = re.compile(rf"(?<![\w.$-]){re.escape(prefix)}\.(\$?[a-zA-Z_][\w-]*)")
        text = pattern.sub(partial(_member, names=members), text)
    return text


def _member(match: re.Match[str], names: Mapping[str, str]) -> str:
    name = match[1]
    if name == "$pi":
        return "3.1415926536"
    return names.get(name, name)
