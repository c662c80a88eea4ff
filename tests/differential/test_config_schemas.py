"""Configuration: what the schemas of the platform's tools refuse is found, and nothing more of that kind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from runtime.project.load import load_project
from tests.differential import official
from tests.runtime.project.test_wrong_configurations import PROJECT, RIGHT, ROWS
from tests.support.project_folder import codes, write_project

pytestmark = [pytest.mark.npm, pytest.mark.usefixtures("packages")]

SCHEMAS = {
    "app.json": "app",
    "pages/a/a.json": "page",
    "project.config.json": "projectconfig",
    "sitemap.json": "sitemap",
    "theme.json": "theme",
}
OF_A_SCHEMA = frozenset({"project/wrong-type", "project/wrong-value", "project/missing-key", "project/page-not-text",
                         "project/component-path-not-text", "project/no-pages", "project/package-without-root",
                         "project/tab-count", "json/not-an-object"})  # fmt: skip
# Where the reference says more than the schema, or the tools take what the schema refuses.
EXPLAINED = {
    '"requiredBackgroundModes": ["video"]': "the reference lists two modes",
    '"compileType": "app"': "the reference lists four kinds",
    '"useCompilerPlugins": ["coffee"]': "the tools know three plug-ins",
    '"type": "files"': "the reference lists the kinds of patterns",
    '"debug": "true"': "the tools take a word for a boolean",
    '"tabSize": "2"': "the tools write it themselves",
    '["less", {}]': "the compiler takes options beside a name",
    "[]}": "lists that are too short are refused by the tools beside the schema",
    '"list": [\n{"pagePath": "pages/a/a", "text": "A"}]': "the same",
}


def members(files: dict[str, str]) -> list[tuple[str, str, Any]]:
    """The configuration files that can be read: name, text, value."""
    found = []
    for name, text in files.items():
        if name in SCHEMAS and not text.startswith("{\n'"):
            found.append((name, text, json.loads(text)))
    return found


def test_rows_are_judged_as_by_the_tools(tmp_path: Path) -> None:
    rows = [files for files, _ in ROWS] + list(RIGHT)
    flat = [(number, *one) for number, files in enumerate(rows) for one in members(files)]
    answers = official.validate([(SCHEMAS[name], value) for _, name, _, value in flat])
    wrong = []
    for (number, name, text, _), answer in zip(flat, answers, strict=True):
        root = write_project(tmp_path / f"{number}-{name.replace('/', '-')}", {**PROJECT, **rows[number]})
        found = codes(load_project(root).diagnostics)
        own = [one for one in found if one.split()[0] in OF_A_SCHEMA and f" {name}:" in one]
        if bool(own) != bool(answer["errors"]) and not any(part in text for part in EXPLAINED):
            wrong.append((text, own, answer["errors"]))
    assert wrong == []


def test_the_table_knows_every_key_of_the_tools() -> None:
    spec = WECHAT.config_keys
    folder = official.schemas()
    missing = []
    for name, schema in (("app.json", "app"), ("page.json", "page"), ("sitemap.json", "sitemap")):
        known = {*spec[name], *(spec["component.json"] if name == "page.json" else ())}
        known |= {rule["alias"] for rule in spec[name].values() if isinstance(rule, dict) and "alias" in rule}
        missing += [f"{name}: {key}" for key in official.properties(folder / f"{schema}.js") if key not in known]
    assert missing == []
