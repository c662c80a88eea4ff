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
