"""Variables, mixins, functions and placeholders of Less and Sass, and custom properties: every place, another name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.language.styles.names import words_in
from runtime.language.styles.tree import read_style
from tests.runtime.language.linked_program import told
from tests.runtime.language.test_rename import renamed
from tests.support.language_project import PAGE_WXML, LanguageProject

LESS = """@import '../../theme.less';
@edge: 1px;
.box { width: @edge; .round(@radius: @edge); @edge: 2px; height: ~"@{edge}"; }
.tall { height: @edge; color: @main; .box; }
@media @phone { .round(1px); }
"""
THEME = """@main: red; @phone: ~"(min-width: 1px)";
.round(@radius; @more: @main) when (@radius > 0) { border-radius: @radius; }
"""
SASS = """@use 'theme' as t;
$edge: 1px;
.box { $edge: 2px; @include t.round($radius: $edge); width: $edge; @extend %base; @extend .card; }
.tall { @if $edge { $edge: 3px; } width: t.half($edge); color: "#{t.$main}"; height: rgba(1, 2, 3, 4); }
"""
SASS_THEME = """$main: red !default;
%base { color: $main; }
.card { }
@mixin round($radius, $more: half(1, $main)) { border-radius: $radius; }
@function half($value, $other: 1) { @return $value / 2; }
"""
FILES = {
    "app.json": '{"pages": ["pages/index/index", "pages/a/a", "pages/b/b"]}',
    "app.wxss": "page { --main: red; }",
    "theme.less": THEME,
    "pages/a/a.less": LESS,
    "pages/a/a.wxml": '<view class="box" style="--main: blue; width: var(--main)"/>',
    "pages/a/a.js": "",
    "pages/b/b.scss": SASS,
    "pages/b/_theme.scss": SASS_THEME,
    "pages/b/b.wxml": '<view class="card"/>',
    "pages/b/b.js": "",
    "pages/index/index.wxss": ".a { color: var(--main) } .block--main { }",
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


def references(project: LanguageProject, path: str, before: str) -> list[str]:
    text = FILES[path]
    offset = text.index(before) + len(before)
    found = told(project, project.service.references(path, project.place(f"{text[:offset]}|{text[offset:]}", path)))
    return [one.removeprefix("pages/") for one in found]


@pytest.mark.parametrize(
    ("path", "before", "places"),
    [
        ("pages/a/a.less", "@import '../../theme.less';\n@", ["a/a.less:2: @edge", "a/a.less:4: @edge"]),
        (
            "pages/a/a.less",
            "width: @",
            ["a/a.less:3: @edge", "a/a.less:3: @edge", "a/a.less:3: @edge", "a/a.less:3: edge"],
        ),
        ("pages/a/a.less", "color: @", ["a/a.less:4: @main", "theme.less:1: @main", "theme.less:2: @main"]),
        ("theme.less", "", ["a/a.less:4: @main", "theme.less:1: @main", "theme.less:2: @main"]),
        ("pages/a/a.less", "@media @", ["a/a.less:5: @phone", "theme.less:1: @phone"]),
        (
            "theme.less",
            ".round(@",
            ["a/a.less:3: @radius", "theme.less:2: @radius", "theme.less:2: @radius", "theme.less:2: @radius"],
        ),
        ("pages/a/a.less", ".round(@", ["a/a.less:3: @radius", *["theme.less:2: @radius"] * 3]),
        ("pages/a/a.less", ".ro", ["a/a.less:3: round", "a/a.less:5: round", "theme.less:2: round"]),
        ("pages/a/a.less", ".b", ["a/a.less:3: box", "a/a.less:4: box", "a/a.wxml:1: box"]),
        ("pages/b/b.scss", "as t;\n$", ["b/b.scss:2: $edge", *["b/b.scss:4: $edge"] * 2]),
        ("pages/b/b.scss", "@if $edge { $", ["b/b.scss:4: $edge"]),
        ("pages/b/b.scss", "box { $", ["b/b.scss:3: $edge"] * 3),
        ("pages/b/b.scss", "t.$", ["b/_theme.scss:1: $main", "b/_theme.scss:2: $main", "b/_theme.scss:4: $main",
                                   "b/b.scss:4: $main"]),
        ("pages/b/b.scss", "t.ro", ["b/_theme.scss:4: round", "b/b.scss:3: round"]),
        ("pages/b/_theme.scss", "@mixin ro", ["b/_theme.scss:4: round", "b/b.scss:3: round"]),
        ("pages/b/b.scss", "t.ha", ["b/_theme.scss:4: half", "b/_theme.scss:5: half", "b/b.scss:4: half"]),
        ("pages/b/b.scss", "%ba", ["b/_theme.scss:2: %base", "b/b.scss:3: %base"]),
        ("pages/b/b.scss", "@extend .c", ["b/_theme.scss:3: card", "b/b.scss:3: card", "b/b.wxml:1: card"]),
        ("pages/b/b.scss", "rg", []),
        (
            "pages/index/index.wxss",
            "var(--",
            ["app.wxss:1: --main", "a/a.wxml:1: --main", "a/a.wxml:1: --main", "index/index.wxss:1: --main"],
        ),
    ],
)  # fmt: skip
def test_every_place_of_a_name(project: LanguageProject, path: str, before: str, places: list[str]) -> None:
    assert references(project, path, before) == places


@pytest.mark.parametrize(
    ("path", "before", "place"),
    [
        ("pages/a/a.less", "color: @", "theme.less:1: @main"),
        ("pages/a/a.less", ".ro", "theme.less:2: round"),
        ("pages/b/b.scss", "t.ro", "pages/b/_theme.scss:4: round"),
        ("pages/b/b.scss", "t.ha", "pages/b/_theme.scss:5: half"),
        ("pages/index/index.wxss", "var(--", "app.wxss:1: --main"),
    ],
)
def test_where_a_name_is_declared(project: LanguageProject, path: str, before: str, place: str) -> None:
    text = FILES[path]
    offset = text.index(before) + len(before)
    found = project.service.definition(path, project.place(f"{text[:offset]}|{text[offset:]}", path))
    assert found is not None
    assert told(project, found.locations) == [place]


def test_a_variable_gets_another_name_with_or_without_its_sign(project: LanguageProject) -> None:
    new = LESS.replace("width: @edge", "width: @side").replace("@edge); @edge: 2px", "@side); @side: 2px")
    for name in ("side", "@side"):
        assert renamed(project, "pages/a/a.less", "width: @", name) == {
            "pages/a/a.less": new.replace("@{edge}", "@{side}")
        }


def test_a_mixin_gets_another_name(project: LanguageProject) -> None:
    assert renamed(project, "pages/b/b.scss", "t.ro", "curved") == {
        "pages/b/b.scss": SASS.replace("t.round", "t.curved"),
        "pages/b/_theme.scss": SASS_THEME.replace("round", "curved"),
    }


@pytest.mark.parametrize(
    ("path", "before", "name", "why"),
    [
        ("pages/a/a.less", "color: @", "phone", "taken"),
        ("pages/b/b.scss", "t.$", "a b", "cannot be a name"),
        ("pages/b/b.scss", "t.ro", "", "cannot be a name"),
    ],
)
def test_names_that_would_mean_something_else_are_refused(
    project: LanguageProject, path: str, before: str, name: str, why: str
) -> None:
    answer = renamed(project, path, before, name)
    assert isinstance(answer, str)
    assert why in answer


def test_a_name_that_a_package_declares_is_not_ours_to_change(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {"pages/index/index.less": ".a { width: @theirs }"})
    answer = renamed(project, "pages/index/index.less", "width: @", "ours")
    assert isinstance(answer, str)
    assert "declared nowhere" in answer


def test_a_class_of_a_shared_sheet_is_renamed_on_every_page_that_imports_it(tmp_path: Path) -> None:
    files = {
        "app.json": '{"pages": ["pages/index/index", "pages/a/a"]}',
        "shared.wxss": ".row { }",
        "pages/index/index.wxss": "@import '/shared.wxss';",
        PAGE_WXML: '<view class="row"/>',
        "pages/a/a.wxss": "@import '../../shared.wxss';",
        "pages/a/a.wxml": '<view class="row"/>',
        "pages/a/a.js": "",
    }
    answer = renamed(LanguageProject(tmp_path, files), PAGE_WXML, 'class="', "line")
    assert answer == {
        "shared.wxss": ".line { }", PAGE_WXML: '<view class="line"/>', "pages/a/a.wxml": '<view class="line"/>',
    }  # fmt: skip


@given(st.sampled_from(["a.less", "a.scss", "a.wxss"]), st.text(st.sampled_from("{}();:.&@#$'\"/*%,\\\nau -")))
def test_names_lie_where_they_are_written_in_any_text(path: str, text: str) -> None:
    tree = read_style(path, text)
    for word in words_in(tree):
        assert tree.text[word.start : word.end] == (word.name[1:] if word.is_bare else word.name), (path, text, word)
