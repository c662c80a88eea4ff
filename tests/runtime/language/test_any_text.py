"""Every question about any place of any text has an answer, be it an empty one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from runtime.compiler.build import build
from runtime.language.answers import Position, Range
from runtime.language.position import Lines
from runtime.language.service import LanguageService
from runtime.project.load import load_project
from tests.support.language_project import PAGE_WXML, LanguageProject
from tests.support.language_questions import ask_about, ask_at
from tests.support.project_folder import PAGE, write_project

SHOP = Path(__file__).parents[3] / "resources" / "templates" / "shop"
TEXTS = ["pages/home/home.wxml", "pages/category/category.js", "pages/category/category.wxss", "app.json"]
STRANGE = Path(__file__).parents[2] / "samples" / "wxml"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> LanguageService:
    root = tmp_path_factory.mktemp("shop") / "shop"
    shutil.copytree(SHOP, root)
    result = build(load_project(root))
    service = LanguageService()
    service.take(result.project, result.documents)
    service.take_findings(result.diagnostics)
    return service


@pytest.mark.parametrize("path", TEXTS)
def test_every_offset_of_real_files(shop: LanguageService, path: str) -> None:
    text = shop.text(path)
    lines = Lines(text)
    ask_about(shop, path)
    for offset in range(len(text) + 1):
        ask_at(shop, path, lines.position(offset))


@pytest.mark.parametrize("path", TEXTS)
def test_files_that_break_off_anywhere(shop: LanguageService, path: str) -> None:
    whole = shop.text(path)
    for cut in range(0, len(whole), 7):
        text = whole[:cut] + "😀"[: cut % 2]
        shop.edit(path, text)
        ask_about(shop, path)
        ask_at(shop, path, Lines(text).position(len(text)))
        ask_at(shop, path, Lines(text).position(cut // 2))
    shop.close(path)


@pytest.mark.parametrize("sample", sorted(path.name for path in STRANGE.iterdir()))
def test_templates_with_every_kind_of_mistake(tmp_path: Path, sample: str) -> None:
    text = (STRANGE / sample / "input.wxml").read_text("utf-8")
    project = LanguageProject(tmp_path, {PAGE_WXML: text})
    lines = Lines(text)
    ask_about(project.service, PAGE_WXML)
    for offset in range(0, len(text) + 1, 3):
        ask_at(project.service, PAGE_WXML, lines.position(offset))


OUTSIDE = [Position(10**6, 0), Position(0, 10**9), Position(-1, 0), Position(0, -1), Position(10**6, -5)]


@pytest.mark.parametrize("position", OUTSIDE)
@pytest.mark.parametrize("path", [*TEXTS, "missing.wxml", "", "../outside.js", "/etc/passwd", "pages", "images/a.png"])
def test_places_that_are_not_there(shop: LanguageService, path: str, position: Position) -> None:
    ask_at(shop, path, position)
    ask_about(shop, path)
    shop.fixes(path, Range(Position(0, 0), position))


@pytest.mark.parametrize("ending", ["wxml", "wxss", "less", "js", "ts", "json", "wxs"])
@pytest.mark.parametrize("text", ["", "\ufeff", "\r", "\0", "😀", "\ud800", "{{" * 3000, "<a " * 3000, "{[(" * 3000])
def test_texts_that_nobody_writes(shop: LanguageService, ending: str, text: str) -> None:
    path = f"pages/home/strange.{ending}"
    shop.edit(path, text)
    ask_about(shop, path)
    for offset in {0, len(text) // 2, len(text)}:
        ask_at(shop, path, Lines(text).position(offset))
    shop.close(path)


def test_a_text_of_a_megabyte_has_empty_answers(shop: LanguageService) -> None:
    text = "<view class='a'>{{b}}</view>\n" * 40_000
    shop.edit("pages/home/home.wxml", text)
    assert shop.completion("pages/home/home.wxml", Position(5, 3)) is None
    assert shop.symbols("pages/home/home.wxml") == ()
    shop.close("pages/home/home.wxml")


def test_a_template_of_a_megabyte_is_not_looked_through_because_a_build_has_read_it(tmp_path: Path) -> None:
    files = {"pages/index/index.wxml": f'<view class="{"a " * 250_000}"/>', "pages/index/index.wxss": ".a { }"}
    result = build(load_project(write_project(tmp_path, {**PAGE, **files})))
    service = LanguageService()
    service.take(result.project, result.documents)
    assert "pages/index/index.wxml" in result.documents
    assert [one.path for one in service.references("pages/index/index.wxss", Position(0, 1))] == [
        "pages/index/index.wxss"
    ]


def test_a_broken_configuration_leaves_what_was_known(shop: LanguageService) -> None:
    shop.edit("app.json", "{ oops")
    ask_about(shop, "app.json")
    ask_at(shop, "pages/home/home.wxml", Position(1, 5))
    shop.close("app.json")
    assert shop.definition("pages/home/home.wxml", Position(0, 0)) is None
