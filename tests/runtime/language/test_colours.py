"""The colours in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.position import Lines
from tests.support.language_project import PAGE_WXML, LanguageProject


@pytest.fixture
def project(tmp_path: Path) -> LanguageProject:
    return LanguageProject(tmp_path, {})


@pytest.mark.parametrize(
    ("path", "text", "colours"),
    [
        ("app.wxss", ".a { color: red; margin: red; border: 1px solid #0F08 }", ["red", "#0F08"]),
        (
            "app.wxss",
            ".a { background: rgba(1, 2, 3, .5) url(red.png); x: hsl(1,2%,3%) }",
            ["rgba(1, 2, 3, .5)", "hsl(1,2%,3%)"],
        ),
        ("app.wxss", "/* #fff */ .red { animation: blue 1s } #abc { }", []),
        ("app.wxss", ".a { color: #12345; color: currentcolor; --red: #ffffff }", ["#ffffff"]),
        ("a.less", "@main: teal; .a { color: @red }", ["teal"]),
        (PAGE_WXML, "<view style='color: 😀#fff; {{a}}' red='red'/>", ["#fff"]),
        ("app.json", '{"window": {"backgroundColor": "#ffffff", "a": "red"}, // #000000\n"b": 1}', ["#ffffff"]),
        ("app.wxss", ".a { color: rgb(1", []),
    ],
)
def test_colours_are_found(project: LanguageProject, path: str, text: str, colours: list[str]) -> None:
    project.service.edit(path, text)
    lines = Lines(text)
    found = [one.range for one in project.service.colours(path)]
    assert [text[slice(lines.offset(one.start), lines.offset(one.end))] for one in found] == colours


def test_channels_are_parts_of_one(project: LanguageProject) -> None:
    project.service.edit("app.wxss", ".a { color: #ff000080 }")
    (one,) = project.service.colours("app.wxss")
    assert (one.red, one.green, one.blue, round(one.alpha, 2)) == (1, 0, 0, 0.5)


@pytest.mark.parametrize(
    ("channels", "texts"),
    [
        ((1, 0, 0, 1), ("#ff0000", "rgb(255, 0, 0)")),
        ((0, 0.5, 1, 0.25), ("rgba(0, 128, 255, 0.25)", "#0080ff40")),
        ((2, -1, 0, 0), ("rgba(255, 0, 0, 0)", "#ff000000")),
    ],
)
def test_a_chosen_colour_is_written(
    project: LanguageProject, channels: tuple[float, float, float, float], texts: tuple[str, ...]
) -> None:
    assert project.service.colour_texts(*channels) == texts
