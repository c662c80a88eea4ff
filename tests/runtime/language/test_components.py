"""Tags and properties of a project's own components, as completion offers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.components import OwnTags
from runtime.project.load import load_project
from tests.support.project_folder import PAGE, write_project

USING = '{"usingComponents": {"my-card": "/components/card"}}'
PAGE_WXML = "pages/index/index.wxml"


def tags_of(root: Path, files: dict[str, str], path: str = PAGE_WXML) -> dict[str, list[str]]:
    card = {"components/card.json": '{"component": true}', "components/card.wxml": ""}
    write_project(root, {**PAGE, "pages/index/index.json": USING, **card, **files})
    return OwnTags().of(load_project(root), path)


@pytest.mark.parametrize(
    ("script", "properties"),
    [
        ("Component({ properties: { coverImage: String, b: { type: Number } } })", ["b", "cover-image"]),
        ("Component({})", []),
        ("Component({ behaviors: [unknown()], properties: { a: String } })", ["a"]),
        ("Component(made())", []),
        ("Component({ properties: { a: String", []),
    ],
)
def test_what_a_script_surely_declares_is_offered(tmp_path: Path, script: str, properties: list[str]) -> None:
    assert tags_of(tmp_path, {"components/card.js": script}) == {"my-card": properties}


def test_a_page_is_offered_its_own_tags_and_an_included_template_all(tmp_path: Path) -> None:
    files = {
        "components/card.js": "Component({ properties: { a: String } })",
        "app.json": '{"pages": ["pages/index/index", "pages/other/other"]}',
        "pages/other/other.wxml": "",
        "pages/other/other.js": "",
        "parts/head.wxml": "",
    }
    assert tags_of(tmp_path, files, "pages/other/other.wxml") == {}
    assert tags_of(tmp_path, files, "parts/head.wxml") == {"my-card": ["a"]}


def test_a_program_in_a_folder_below_is_found(tmp_path: Path) -> None:
    files = {f"mini/{path}": text for path, text in {**PAGE, "pages/index/index.json": USING}.items()}
    card = {"mini/components/card.js": "Component({ properties: { a: String } })"}
    json = {"mini/components/card.json": '{"component": true}', "mini/components/card.wxml": ""}
    write_project(tmp_path, {"project.config.json": '{"miniprogramRoot": "mini/"}', **files, **card, **json})
    project = load_project(tmp_path)
    assert OwnTags().of(project, f"mini/{PAGE_WXML}") == {"my-card": ["a"]}
    assert OwnTags().of(project, "elsewhere.wxml") == {}
