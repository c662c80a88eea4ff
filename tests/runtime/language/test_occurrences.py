"""Everything that names a subject is found, across files of all languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.language.linked_program import FILES, PAGE_JS, told
from tests.support.language_project import PAGE_WXML, LanguageProject


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def references(project: LanguageProject, marked: str, path: str = PAGE_WXML) -> list[str]:
    return told(project, project.service.references(path, project.place(marked, path)))


def test_every_place_of_a_method(project: LanguageProject) -> None:
    everywhere = [
        "pages/index/index.js:4: onTap", "pages/index/index.wxml:1: onTap", "pages/index/index.wxml:2: onTap",
    ]  # fmt: skip
    assert references(project, FILES[PAGE_WXML].replace("onTap", "on|Tap", 1)) == everywhere
    assert references(project, PAGE_JS.replace("onTap", "on|Tap", 1), "pages/index/index.js") == everywhere


def test_every_place_of_a_key_of_the_data(project: LanguageProject) -> None:
    everywhere = [
        "pages/index/index.js:3: title", "pages/index/index.js:4: title", "pages/index/index.js:5: title",
        "pages/index/index.wxml:1: title", "pages/index/index.wxml:2: title",
    ]  # fmt: skip
    assert references(project, FILES[PAGE_WXML].replace("{{title", "{{ti|tle", 1)) == everywhere
    assert references(project, PAGE_JS.replace("title", "|title", 1), "pages/index/index.js") == everywhere


def test_every_place_of_a_property(project: LanguageProject) -> None:
    assert references(project, FILES["components/card.wxml"].replace("coverI", "cover|I"), "components/card.wxml") == [
        "components/card.js:2: coverImage", "components/card.wxml:1: coverImage",
        "pages/index/index.wxml:2: cover-image",
    ]  # fmt: skip


def test_every_place_of_a_class_of_a_page(project: LanguageProject) -> None:
    everywhere = [
        "pages/index/index.js:5: card", "pages/index/index.wxml:1: card", "pages/index/index.wxml:3: card",
        "pages/index/index.wxss:2: card",
    ]  # fmt: skip
    assert references(project, FILES[PAGE_WXML].replace("card of", "ca|rd of", 1)) == everywhere
    style = FILES["pages/index/index.wxss"]
    assert references(project, style.replace(".card", ".ca|rd"), "pages/index/index.wxss") == everywhere


def test_a_class_of_the_app_is_found_on_all_pages(project: LanguageProject) -> None:
    everywhere = ["app.wxss:1: of-app", "pages/index/index.wxml:1: of-app", "pages/other/other.wxml:1: of-app"]
    assert references(project, FILES[PAGE_WXML].replace("of-app", "of-|app")) == everywhere
    assert references(project, FILES["app.wxss"].replace("of-app", "of-|app"), "app.wxss") == everywhere


def test_a_class_of_a_shared_sheet_is_found_where_it_is_imported(project: LanguageProject) -> None:
    assert references(project, ".sha|red { }", "shared.wxss") == [
        "pages/index/index.wxml:3: shared", "shared.wxss:1: shared",
    ]  # fmt: skip


def test_every_place_of_a_component(project: LanguageProject) -> None:
    assert references(project, FILES[PAGE_WXML].replace("<my-card", "<my-|card")) == [
        "pages/index/index.json:1: my-card", "pages/index/index.wxml:2: my-card",
    ]  # fmt: skip


def test_every_place_of_a_template(project: LanguageProject) -> None:
    text = '<import src="/parts/rows"/><template is="row"/><template is="ro|w"/>'
    assert references(project, text) == [f"{PAGE_WXML}:1: row", f"{PAGE_WXML}:1: row", "parts/rows.wxml:1: row"]
