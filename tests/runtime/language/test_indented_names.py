"""The indented form of Sass in the editor: names, classes, what is offered, what folds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.language.position import Lines
from runtime.language.styles.indented import read_any_style
from runtime.language.styles.names import words_in
from tests.runtime.language.linked_program import told
from tests.runtime.language.test_rename import renamed
from tests.support.language_project import PAGE_WXML, LanguageProject

STYLE = "pages/index/index.sass"
SASS = """@import theme, ../../look
$edge: 1px
.box
  $edge: 2px
  +round($radius: $edge)
  width: $edge
  @extend %base
  @extend .card
  &-title
    color: $main
.tall
  @include round(1px, $main)
  width: half($edge)
  + view
    color: "#{$main}"
"""
THEME = """$main: red !default
%base
  color: $main
.card
  margin: 0
=round($radius, $more: half(1))
  border-radius: $radius
@mixin plain
  top: 0
@function half($value)
  @return $value / 2
"""
FILES = {
    STYLE: SASS,
    "pages/index/_theme.sass": THEME,
    "look.sass": ".look\n  color: red\n",
    "app.sass": "page\n  color: red\n",
    PAGE_WXML: '<view class="box fresh" id="top"/>',
}


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, FILES)


@pytest.mark.parametrize(
    ("before", "places"),
    [
        ("\n$", ["index.sass:2: $edge", "index.sass:13: $edge"]),
        ("width: $", ["index.sass:4: $edge", "index.sass:5: $edge", "index.sass:6: $edge"]),
        (
            "  color: $",
            ["_theme.sass:1: $main", "_theme.sass:3: $main", "index.sass:10: $main", "index.sass:12: $main",
             "index.sass:15: $main"],
        ),
        ("  +", ["_theme.sass:6: round", "index.sass:5: round", "index.sass:12: round"]),
        ("round($", ["_theme.sass:6: $radius", "_theme.sass:7: $radius", "index.sass:5: $radius"]),
        ("half", ["_theme.sass:6: half", "_theme.sass:10: half", "index.sass:13: half"]),
        ("@extend %", ["_theme.sass:2: %base", "index.sass:7: %base"]),
    ],
)  # fmt: skip
def test_names_are_found_wherever_they_stand(project: LanguageProject, before: str, places: list[str]) -> None:
    at = SASS.index(before) + len(before)
    found = told(project, project.service.references(STYLE, project.place(f"{SASS[:at]}|{SASS[at:]}", STYLE)))
    assert [one.removeprefix("pages/index/") for one in found] == places


def test_names_and_classes_have_another_name(project: LanguageProject) -> None:
    answer = renamed(project, STYLE, "  +", "ring")
    assert isinstance(answer, dict)
    assert "  +ring($radius" in answer[STYLE]
    assert "include ring(1px" in answer[STYLE]
    assert "=ring($radius, " in answer["pages/index/_theme.sass"]
    answer = renamed(project, STYLE, "\n$", "line")
    assert isinstance(answer, dict)
    assert "\n$line: 1px" in answer[STYLE]
    assert "half($line)" in answer[STYLE]
    answer = renamed(project, STYLE, "@extend .", "panel")
    assert isinstance(answer, dict)
    assert sorted(answer) == ["pages/index/_theme.sass", STYLE]


def test_imports_without_quotation_marks_lead_to_their_files(project: LanguageProject) -> None:
    for name, file in (("them", "pages/index/_theme.sass"), ("../look", "look.sass")):
        at = SASS.index(name) + 2
        found = project.service.definition(STYLE, project.place(f"{SASS[:at]}|{SASS[at:]}", STYLE))
        assert found is not None
        assert [one.path for one in found.locations] == [file]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("@import |", ["./_theme.sass", "../../app.sass"]),
        (".box\n  |", ["color", "display"]),
        (".box\n  color: red\n\n  |\n.next\n  top: 0", ["color", "display"]),
        (".box\n  color: red\n|\n.next\n  top: 0", [".fresh", "#top"]),
        (".box\n  position: |", ["relative", "absolute"]),
        (".box\n  width: 12|", ["12rpx", "12px"]),
        (".box\n  +r|", ["plain", "round"]),
        (".box\n  @include |", ["plain", "round"]),
        (".box\n  @extend |", ["%base", ".box"]),
        (".box\n  &:|", [":active", "::before"]),
        ("@keyframes in\n  |", ["from", "to"]),
    ],
)
def test_what_fits_the_place_comes_first(tmp_path: Path, typed: str, first: list[str]) -> None:
    project = LanguageProject(tmp_path, FILES)
    text = typed if typed.startswith("@import") else f"@import theme\n{typed}"
    assert [one for one in project.labels(text, STYLE) if one != "+"][:2] == first


def test_what_is_inserted_has_neither_braces_nor_semicolons(project: LanguageProject) -> None:
    for text in ("@import theme\n.a\n  |", "@import theme\n|", "@import theme\n.a\n  +|"):
        for one in project.completion(text, STYLE).suggestions:
            assert not set(one.insert) & set("{};"), one


def test_rules_fold_up_to_their_last_line(project: LanguageProject) -> None:
    text = ".a\n  top: 0\n  .b\n    top: 0\n\n\n.c\n  top: 0"
    project.service.edit(STYLE, text)
    assert [(one.start, one.end) for one in project.service.folds(STYLE)] == [(0, 3), (2, 3), (6, 7)]
    assert [one.name for one in project.service.symbols(STYLE)] == [".a", ".c"]


@given(st.text(st.sampled_from("{}();:.&@#$'\"/*%,\\=+\nau -")))
def test_names_lie_where_they_are_written_in_any_text(text: str) -> None:
    tree = read_any_style("a.sass", text)
    for word in words_in(tree):
        assert tree.text[word.start : word.end] == (word.name[1:] if word.is_bare else word.name), (text, word)
    assert Lines(text)
