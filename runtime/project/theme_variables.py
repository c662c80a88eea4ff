"""`@name` in the configuration: the themes must give it a value. Source: dark mode guide; miniprogram-ci 2.1.42."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from runtime.diagnostics import Diagnostic
from runtime.platform.config_keys import ConfigKeys
from runtime.project.json_text import JsonText, Key

Themes = Mapping[str, Mapping[str, Any]]


def check_variables(
    known: ConfigKeys, text: JsonText, themes: Themes, *, sections: Mapping[str, Key]
) -> Iterator[Diagnostic]:
    """What is wrong with the variables of a file. `sections`: where in it the keys of `window` or `tabBar` stand."""
    for section, at in sections.items():
        themeable = known["theme.json"]["themeable"][section]
        value = _member(text.members(), at)
        if not isinstance(value, dict):
            continue
        for key, member in value.items():
            yield from _check(text, (*at, key), member, themes, is_allowed=key in themeable)
        rows = value.get("list") if section == "tabBar" else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            for key, member in row.items() if isinstance(row, dict) else ():
                is_allowed = f"list[].{key}" in themeable
                yield from _check(text, (*at, "list", index, key), member, themes, is_allowed=is_allowed)


def _check(text: JsonText, at: Key, value: object, themes: Themes, *, is_allowed: bool) -> Iterator[Diagnostic]:
    # Texts that people read, such as a title, may begin with the sign.
    if not isinstance(value, str) or not value.startswith("@") or not (is_allowed or _names_a_variable(value, themes)):
        return
    span = text.span(*at)
    if not is_allowed:
        yield Diagnostic("project/variable-not-here", span, {"name": value, "key": str(at[-1])})
        return
    for theme in ("light", "dark"):
        if value[1:] not in themes.get(theme, {}):
            yield Diagnostic("project/undefined-variable", span, {"name": value, "theme": theme})
            return


def _names_a_variable(value: str, themes: Themes) -> bool:
    return any(value[1:] in variables for variables in themes.values())


def _member(value: object, at: Key) -> object:
    for key in at:
        value = value.get(key) if isinstance(value, dict) else None
    return value
