"""What the stretches of templates and style files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtime.language.position import Lines
from tests.support.language_project import PAGE_WXML, LanguageProject

FILES = {
    "pages/index/index.json": '{"usingComponents": {"my-card": "/card"}}',
    "card.json": '{"component": true}',
    "card.wxml": "",
    "card.js": "",
}


def told(tmp_path: Path, path: str, text: str) -> list[str]:
    project = LanguageProject(tmp_path, FILES)
    project.service.edit(path, text)
    lines = Lines(text)
    return [
        f"{one.kind} {text[lines.offset(one.range.start) : lines.offset(one.range.end)]}"
        for one in project.service.tokens(path)
    ]


def test_a_template(tmp_path: Path) -> None:
    text = """<!-- a
b -->
<view wx:for="{{list}}" bindtap="go" class="a {{item.b}}">{{index + m.f(title, 1, 'x')}}</view>
<my-card></my-card><wxs module="m"/>"""
    assert told(tmp_path, PAGE_WXML, text) == [
        "comment <!-- a", "comment b -->", "type view", "keyword wx:for", "variable list", "event bindtap", "method go",
        "property class", "string a ", "parameter item", "property b", "parameter index", "namespace m", "property f",
        "variable title", "number 1", "string 'x'", "type view", "class my-card", "class my-card", "type wxs",
        "property module", "string m",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "text", "tokens"),
    [
        (
            "wxss",
            "/* a */ @media (min-width: 1px) { view.a > #b:hover { color: rgb(1, 2, 3); --c: var(--c) } }",
            "comment /* a */|keyword @media|type min-width|number 1px|type view|class .a|class #b|keyword :hover|"
            "property color|function rgb|number 1|number 2|number 3|variable --c|function var|variable --c",
        ),
        (
            "less",
            "// a\n@w: 1px; .m(@x) { width: @x; } .b { .m(@w); &-c { color: #fff !important; } }",
            "comment // a|variable @w|number 1px|class .m|variable @x|property width|variable @x|class .b|class .m|"
            "variable @w|class &-c|property color|number #fff|keyword !important",
        ),
        (
            "scss",
            "$w: 1px; @mixin m($x) { width: $x; } .b { @include m($w); @extend .c; }",
            "variable $w|number 1px|keyword @mixin|function m|variable $x|property width|variable $x|class .b|"
            "keyword @include|function m|variable $w|keyword @extend|class .c",
        ),
    ],
)
def test_style_files_alike(tmp_path: Path, ending: str, text: str, tokens: str) -> None:
    assert told(tmp_path, f"pages/index/index.{ending}", text) == tokens.split("|")


def test_scripts_and_configuration_are_left_to_every_editor(tmp_path: Path) -> None:
    assert told(tmp_path, "pages/index/index.js", "Page({})") == []
    assert told(tmp_path, "pages/index/index.json", "{}") == []
