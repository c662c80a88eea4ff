"""What the platform's table says of a place in a configuration file: the keys of an object, the rule of a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.language.documents import Documents, OpenText
from runtime.platform.config_keys import ConfigKeys
from runtime.project.json_text import Key

Rules = Mapping[str, Any]
_OF_THE_PROJECT = {
    "app.json": ("app.json",),
    "project.config.json": ("project.config.json",),
    "project.private.config.json": ("project.config.json",),
    "sitemap.json": ("sitemap.json",),
    "plugin.json": ("plugin.json",),
    "ext.json": ("ext.json",),
}


def rules_of_file(documents: Documents, opened: OpenText) -> Rules:
    """The keys of a file as a whole; none if nothing is known of it."""
    known = opened.project.platform.config_keys
    name = opened.outer.rpartition("/")[2]
    sections = _OF_THE_PROJECT.get(name) if name in (opened.outer, opened.path) else None
    if sections is None:
        stem = opened.path.removesuffix(".json")
        if not stem or not documents.exists(f"{stem}.wxml"):
            return {}
        is_page = any(page.path == stem for page in opened.project.pages)
        sections = ("page.json",) if is_page else ("component.json",)
    return {key: rule for section in sections for key, rule in known[section].items() if isinstance(rule, dict)}


def rules_at(known: ConfigKeys, rules: Rules, key: Key) -> Rules:
    """The keys of the object that a path of keys leads to."""
    for step in key:
        if isinstance(step, int):
            continue
        rule = rules.get(step)
        if rule is None:
            # Names that a project chooses, each with a value of the same form.
            continue
        rules = _inner(known, rule)
    return rules


def rule_at(known: ConfigKeys, rules: Rules, key: Key) -> Mapping[str, Any] | None:
    """The rule of a value, or of the list that it is an item of."""
    names = [step for step in key if isinstance(step, str)]
    if not names:
        return None
    above = key[: len(key) - 1 - key[::-1].index(names[-1])]
    rule = rules_at(known, rules, above).get(names[-1])
    return rule if isinstance(rule, dict) else None


def _inner(known: ConfigKeys, rule: Mapping[str, Any]) -> Rules:
    described = rule.get("fields") or rule.get("items") or known.find(str(rule.get("ref")))
    if not isinstance(described, dict):
        return {}
    return {key: one for key, one in described.items() if isinstance(one, dict)}
