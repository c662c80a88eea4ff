"""Formatting through the service: edits of lines, line ends, a stretch, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.answers import Formatting, Position, Range, TextEdit
from tests.support.language_project import LanguageProject

WXML = "pages/index/index.wxml"


def _edit(start: tuple[int, int], end: tuple[int, int], text: str) -> TextEdit:
    return TextEdit(Range(Position(*start), Position(*end)), text)


def _of(tmp_path: Path, path: str, text: str, within: Range | None = None) -> Formatting:
    project = LanguageProject(tmp_path, {path: text})
    return project.service.format(path, within=within)


def test_only_lines_that_change_are_edited(tmp_path: Path) -> None:
    text = "<view>\n  <view/>\n  <view />\n</view>\n"
    assert _of(tmp_path, WXML, text).edits == (_edit((1, 0), (2, 0), "  <view />\n"),)


def test_line_ends_stay_what_they_are(tmp_path: Path) -> None:
    (edit,) = _of(tmp_path, WXML, "<view>\r\n<view />\r\n</view>\r\n").edits
    assert edit.text == "  <view />\r\n"


def test_a_stretch_alone(tmp_path: Path) -> None:
    text = "<view/>\n<image />\n<view/>\n"
    within = Range(Position(2, 0), Position(2, 3))
    assert _of(tmp_path, WXML, text, within).edits == (_edit((2, 0), (3, 0), "<view />\n"),)


def test_a_stretch_takes_along_what_it_cannot_do_without(tmp_path: Path) -> None:
    # The last two lines look like the first one in another place: each edit says what was there.
    text = "<view/>\n<view />\n<view/>\n"
    within = Range(Position(2, 0), Position(2, 3))
    assert _of(tmp_path, WXML, text, within).edits == (_edit((0, 0), (3, 0), "<view />\n" * 3),)


def test_the_indent_is_the_projects(tmp_path: Path) -> None:
    project = LanguageProject(
        tmp_path, {".editorconfig": "[*.wxml]\nindent_size = 4", WXML: "<view>\n<view />\n</view>\n"}
    )
    assert [edit.text for edit in project.service.format(WXML).edits] == ["    <view />\n"]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (WXML, "<view>\n</text>\n</view>", "line 2"),
        ("pages/index/index.sass", ".a\n  b: c", "no formatter"),
        ("pages/index/index.js", "a", "no formatter"),
    ],
)
def test_what_stays_says_why(tmp_path: Path, path: str, text: str, told: str) -> None:
    answer = _of(tmp_path, path, text)
    assert answer.edits == ()
    assert told in answer.refusal


def test_folds(tmp_path: Path) -> None:
    project = LanguageProject(tmp_path, {
        WXML: "<!--\n a -->\n<view\n  b='1'\n>\n  <view>\n  </view>\n</view>\n",
        "pages/index/index.wxss": "/* a\n */\n.b {\n  c: d;\n}\n@media e {\n  .f {\n    g: h;\n  }\n}\n",
        "pages/index/index.json": '{\n  "a": [\n    "{"\n  ]\n}\n',
    })  # fmt: skip
    assert [(one.start, one.end) for one in project.service.folds(WXML)] == [(0, 1), (2, 3), (2, 6)]
    assert [(one.start, one.end) for one in project.service.folds("pages/index/index.wxss")] == [
        (0, 1), (2, 3), (5, 8), (6, 7),
    ]  # fmt: skip
    assert [(one.start, one.end) for one in project.service.folds("pages/index/index.json")] == [(0, 3), (1, 2)]
