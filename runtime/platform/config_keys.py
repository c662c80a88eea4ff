"""The platform's table of configuration keys (`config.json`): types, defaults, allowed values, by section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


class ConfigKeys:
    """Sections by name (`app.json`, `window`, `tabBar` …), each with a rule for every key."""

    def __init__(self, sections: Mapping[str, Any]) -> None:
        self._sections = sections
        self._defaults: dict[str, Mapping[str, Any]] = {}
        self._rules: dict[tuple[str, ...], Mapping[str, Any]] = {}

    def __getitem__(self, section: str) -> Mapping[str, Any]:
        rules: Mapping[str, Any] = self._sections[section]
        return rules

    def find(self, section: str) -> Mapping[str, Any] | None:
        """The rules of a section, if there is one of that name."""
        return self._sections.get(section)

    def rules(self, sections: tuple[str, ...]) -> Mapping[str, Any]:
        """The rules of several sections together, also by other names that a key has."""
        if sections not in self._rules:
            rules: dict[str, Any] = {}
            for section in sections:
                rules.update(self[section])
                rules.update({rule["alias"]: rule for rule in self[section].values() if "alias" in rule})
            self._rules[sections] = rules
        return self._rules[sections]

    def defaults(self, section: str) -> Mapping[str, Any]:
        """The default values of a section."""
        if section not in self._defaults:
            rules = self[section].items()
            self._defaults[section] = {key: rule["default"] for key, rule in rules if "default" in rule}
        return self._defaults[section]


def read_config_keys(text: bytes) -> ConfigKeys:
    """The table of a file."""
    return ConfigKeys(msgspec.json.decode(text))
