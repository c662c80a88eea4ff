"""Pages with pictures of each component, in variants made from its properties."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import main
from simulator.testing.gallery_variants import Sources, markup, variants
from tests.support.project_folder import write_project
from tests.support.tested_project import FILES


def test_variants_are_made_from_types_and_defaults() -> None:
    declared = [
        ("title", "String", ""),
        ("theme", "String", "plain"),
        ("count", "Number", 0),
        ("max", "Number", 9),
        ("open", "Boolean", False),
        ("shown", "Boolean", True),
        ("list", "Array", None),
        ("ariaLabel", "String", ""),
        ("customStyle", "String", ""),
        ("businessId", "Number", 0),
    ]
    filled = {"title": "title", "count": 3}
    assert variants(declared, Sources("", "", "")) == [filled, {**filled, "open": True}, {**filled, "shown": False}]
    assert variants([("list", "Array", None)], Sources("", "", "")) == []


@pytest.mark.parametrize(
    ("code", "styles", "words"),
    [
        ("if (this.data.theme === 'light') a()", "", ["light"]),
        ("wx:if=\"{{theme == 'light' || 'dark' === item.theme}}\"", "", ["light", "dark"]),
        ("theme?: { type: StringConstructor; value?: 'plain' | 'light' | 'dark' };", "", ["light", "dark"]),
        ("export interface A { theme?: 'light' | 'dark' }", "", ["light", "dark"]),
        ("mytheme === 'light'; theme = 'dark'", "", []),
        ("", ".a-tag--plain, .a-tag--warm { } .a-tag--open { } .a-tag--small { }", ["warm"]),
        ("", ".a-tag--warm { }", []),
        ("theme === 'warm'", ".a-tag--plain, .a-tag--warm, .a-tag--cold { }", ["warm"]),
        ("theme === 'x'", ".a-tag--plain, .a-tag--warm { }", ["x", "warm"]),
    ],
)
def test_words_of_a_property_are_found_in_the_sources(code: str, styles: str, words: list[str]) -> None:
    declared = [("theme", "String", "plain"), ("open", "Boolean", False)]
    found = variants(declared, Sources("", code, styles))
    assert [one["theme"] for one in found if "theme" in one] == words


def test_modifiers_that_are_sizes_are_those_of_a_size() -> None:
    styles = ".a--plain { } .a--warm { } .a--normal { } .a--large { }"
    declared = [("theme", "String", "plain"), ("buttonSize", "String", "normal")]
    assert variants(declared, Sources("", "", styles)) == [{"theme": "warm"}, {"buttonSize": "large"}]


@pytest.mark.parametrize(
    ("template", "takes"),
    [("<slot/>", True), ("<slot></slot>", True), ("<slot name='a'/>", False), ("<view/>", False)],
)
def test_content_goes_into_a_slot_without_a_name(template: str, takes: bool) -> None:
    assert Sources(template, "", "").takes_content is takes


def test_markup_of_a_part() -> None:
    assert markup("a-b", {"aB": 1, "c": 2}, "d") == '<a-b a-b="{{aB}}" c="{{c}}">d</a-b>'


@pytest.mark.browser
def test_each_component_has_a_page(qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {
        "components/wrong/wrong.json": '{ "component": true }',
        "components/wrong/wrong.wxml": "<view>{{id}}</view>",
        "components/wrong/wrong.js": (
            "Component({ properties: { id: String, bad: Boolean },"
            " attached() { if (this.data.bad) throw new Error('<b>bad</b>') } })"
        ),
    }
    project, out = write_project(tmp_path / "tea", {**FILES, **wrong}), tmp_path / "gallery"
    assert main(["test", str(project), "--gallery", str(out)]) == 1
    assert {file.name for file in out.iterdir()} == {
        "index.html",
        "components-card-card.html",
        "components-wrong-wrong.html",
    }
    card = (out / "components-card-card.html").read_text("utf-8")
    assert card.count("data:image/jpeg;base64,") == 2
    assert "{&quot;title&quot;: &quot;title&quot;}" in card or '{"title": "title"}' in card
    bad = (out / "components-wrong-wrong.html").read_text("utf-8")
    assert "&lt;b&gt;bad&lt;/b&gt;" in bad
    assert "could not be mounted" not in bad
    said = capsys.readouterr().out
    assert "components/wrong/wrong: 2 pictures" in said
    assert "2 components" in said


def test_a_project_that_is_none_has_no_gallery(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["test", str(tmp_path / "none"), "--gallery", str(tmp_path / "out")]) == 4
    assert "is no folder" in capsys.readouterr().err
