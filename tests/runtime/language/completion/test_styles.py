"""What is offered in style files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.language_project import LanguageProject

STYLE = "app.wxss"


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, {})


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("page { backgr|", "background-color"),
        ("page { color: red; backgr| }", "background-color"),
        ("page {\n  /* a { */\n  dis|\n  width: 1px;\n}", "display"),
        ("@media (x: y) { .a { dis|", "display"),
        (".a { display: |; }", "inline-flex"),
        (".a { display:inl|", "inline-flex"),
        (".a { --main: red; color: |", "var(--main)"),
        (".known {} .k|", ".known"),
        (".known {} |", "view"),
        ("@media (x: y) { |", "view"),
        ("@i|", "@import"),
    ],
)
def test_what_fits_the_place_is_offered(project: LanguageProject, text: str, label: str) -> None:
    assert label in project.labels(text, STYLE)


@pytest.mark.parametrize("text", [".a { display: block | }".replace(" |", " /* | */"), "@import '|"])
def test_elsewhere_properties_are_not_offered(project: LanguageProject, text: str) -> None:
    assert "background-color" not in project.labels(text, STYLE)


def test_a_property_with_a_value_is_given_its_name_alone(project: LanguageProject) -> None:
    found = {one.label: one.insert for one in project.completion(".a { colo|r: red }", STYLE).suggestions}
    assert found["color"] == "color"
    found = {one.label: one.insert for one in project.completion(".a { colo| }", STYLE).suggestions}
    assert found["color"] == "color: $0;"


def test_variables_of_less_are_offered(project: LanguageProject) -> None:
    assert "@main" in project.labels("@main: red;\n.a { color: | }", "app.less")


def test_variables_and_colours_in_use_are_offered(tmp_path: Path) -> None:
    files = {"app.wxss": "page { --brand: #07c160; }", "pages/index/base.wxss": "page { --gap: 8rpx; }"}
    project = LanguageProject(tmp_path, files)
    labels = project.labels("@import './base.wxss';\n.a { color: #123456; background: | }", "pages/index/index.wxss")
    assert {"var(--brand)", "var(--gap)", "#123456"} <= set(labels)
    assert "#123456" not in project.labels(".a { color: #123456; display: | }", "pages/index/index.wxss")


def test_variables_of_less_come_from_imported_files(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {"pages/index/base.less": "@brand: red;"})
    assert "@brand" in project.labels("@import './base';\n.a { color: | }", "pages/index/index.less")


def test_files_to_import_are_offered(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {"pages/index/base.wxss": "", "look.wxss": "", "pages/index/index.wxss": ""})
    completion = project.completion("@import './b|';", "pages/index/index.wxss")
    assert [one.label for one in completion.suggestions] == ["./base.wxss", "../../look.wxss"]
    assert (completion.range.start.character, completion.range.end.character) == (9, 12)


def test_values_of_the_theme_are_offered(tmp_path: Path) -> None:
    files = {"theme.json": '{"light": {"bg": "#fff"}, "dark": {"bg": "#000"}}'}
    config = '{"pages": ["pages/index/index"], "themeLocation": "theme.json", "window": {"backgroundColor": "|"}}'
    assert "@bg" in LanguageProject(tmp_path, files).labels(config, "app.json")


def test_a_name_of_a_file_ends_with_its_line(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {"look.wxss": ""})
    completion = project.completion('@import "a\r|', "pages/index/index.wxss")
    assert completion.range.start == completion.range.end


MIXINS = {
    "called.less": ".round(@radius; @more: 1px) when (@radius > 0) { a: b }\n#plain { a: b }\n.a .b { .inner() { } }\n",
    "_theme.scss": "@mixin round($radius,\n  $more: 1px) { a: b }\n@mixin plain { a: b }\n@function half() { }\n",
}


def test_mixins_are_offered_where_they_are_called(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, MIXINS)

    def offered(text: str, path: str) -> list[tuple[str, str, str]]:
        found = project.completion(text, path).suggestions
        return [(one.label, one.insert, one.detail) for one in found if one.kind == "function"]

    assert offered("@import './theme'; .x { @include ro| }", "a.scss") == [
        ("round", "round($1);", "($radius, $more: 1px)"),
        ("plain", "plain;", ""),
    ]
    assert offered("@import './called'; .own { } .x { .| }", "a.less") == [
        (".own", ".own();", "()"),
        (".x", ".x();", "()"),
        (".round", ".round($1);", "(@radius; @more: 1px)"),
        ("#plain", "#plain();", "()"),
    ]
    assert offered(".own { } .x { width: .| }", "a.less") == []
    assert offered(".own { } .x { .| }", "a.wxss") == []


WORN = {
    "pages/index/index.wxml": '<view class="row fresh" id="top"/>',
    "app.wxss": "page { --brand: #07c; --gap: 8rpx }",
}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (".row { } |", [".fresh", "#top", ".row"]),
        (".a { | }", ["color", "display", "width"]),
        (".a { display: | }", ["flex", "none", "block"]),
        (".a { color: | }", ["var(--brand)", "black"]),
        (".a { width: | }", ["var(--gap)", "100%"]),
        (".a { color: var(|) }", ["--brand", "--gap"]),
        (".a { width: 12| }", ["12rpx", "12px"]),
        (".a { color: red !| }", ["!important"]),
        (".a { background: url(|) }", []),
        (".a:|", [":active", "::before"]),
        (".a::|", ["::before", "::after"]),
        ("@keyframes in { | }", ["from", "to"]),
        ("@keyframes in { }\n.a { animation: | }", ["in", "infinite"]),
    ],
)
def test_what_one_wants_comes_first(tmp_path: Path, text: str, first: list[str]) -> None:
    labels = LanguageProject(tmp_path, WORN).labels(text, "pages/index/index.wxss")
    assert labels[: len(first)] == first
    assert bool(labels) == bool(first)


@pytest.mark.parametrize(
    ("path", "text", "label"),
    [
        ("a.scss", ".a { &:| }", ":active"),
        ("a.scss", ".a { @| }", "@include"),
        ("a.scss", "%base { } .a { @extend | }", "%base"),
        ("a.less", ".a { &:| }", ":active"),
        ("a.scss", "@|", "@mixin"),
    ],
)
def test_rules_within_rules_are_offered_in_less_and_sass(tmp_path: Path, path: str, text: str, label: str) -> None:
    assert label in LanguageProject(tmp_path, WORN).labels(text, path)
    assert label not in LanguageProject(tmp_path / "plain", WORN).labels(text, "a.wxss")


def test_all_files_of_one_import_lead_to_their_files(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {"a.scss": "", "b.scss": "$b: 1px"})
    assert "$b" in project.labels("@import 'a', 'b';\n.a { width: | }", "c.scss")
