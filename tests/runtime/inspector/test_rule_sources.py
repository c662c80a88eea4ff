"""Rules and declarations are led back to the file and line that the user wrote."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from runtime.inspector.model import ElementStyles
from tests.runtime.inspector.styled import StyledProject, css_of, matched, read

INDEX = "pages/index/index.wxss"


def rules(styles: ElementStyles) -> list[list[str]]:
    return [read(rule) for section in styles.sections for rule in section.rules if rule.kind == "rule"]


def test_wxss_with_what_it_drops_and_what_is_commented_out(tmp_path: Path) -> None:
    text = (
        "/* a */ .a,\n.b {\n  color: red; /* left: 2px; */\n  colox: red;\n  top 3px;\n"
        "  .c { left: 1px }\n  width: 3px !important\n}\n"
    )
    styles = StyledProject(tmp_path, {INDEX: text}).styles(f"page:{INDEX}")
    assert rules(styles) == [
        [f"{INDEX}:1 .a, .b", "color: red | active 3", "left: 2px | disabled 3", "colox: red | dropped 4",
         "top 3px:  | dropped 5", ".c:  | dropped 6", "width: 3px !important | active 7"],
    ]  # fmt: skip
    declarations = styles.sections[0].rules[1].declarations
    assert [one.reason for one in declarations] == ["", "", "property", "colon", "nested", ""]
    assert [one.finding.code if one.finding else "" for one in declarations[3:5]] == [
        "wxss/declaration-without-colon", "wxss/nested-rule",
    ]  # fmt: skip


def test_the_compilers_word_on_a_unit_is_the_reason(tmp_path: Path) -> None:
    styles = StyledProject(tmp_path, {INDEX: ".a { top: bad 3prx; }"}).styles(f"page:{INDEX}")
    finding = styles.sections[0].rules[1].declarations[0].finding
    assert finding is not None
    assert finding.code == "wxss/unknown-unit"


def test_imports_stand_where_they_are_written(tmp_path: Path) -> None:
    files = {
        INDEX: "@import '../../a.wxss';\n.x { top: 1px }",
        "a.wxss": "@import 'b.wxss';\n\n.a { left: 1px }",
        "b.wxss": ".b { left: 3px }",
    }
    styles = StyledProject(tmp_path, files).styles(f"page:{INDEX}")
    assert rules(styles) == [
        [f"{INDEX}:2 .x", "top: 1px | active 2"], ["a.wxss:3 .a", "left: 1px | active 3"],
        ["b.wxss:1 .b", "left: 3px | overridden 1"],
    ]  # fmt: skip


def test_less_leads_to_the_line_in_the_mixin(tmp_path: Path) -> None:
    files = {
        "pages/index/index.less": (
            "@import '../../mix';\n@big: 10rpx;\n.a {\n  .round();\n"
            "  .b {\n    top: @big * 2;\n    &.c { left: 1px }\n  }\n}\n"
        ),
        "mix.less": ".round() {\n  color: red;\n}\n",
    }
    project = StyledProject(tmp_path, files)
    assert rules(project.styles("page:pages/index/index.less")) == [
        ["pages/index/index.less:7 .a .b.c", "left: 1px | active 7"],
        ["pages/index/index.less:5 .a .b", "top: @big * 2 | active 6"],
        ["pages/index/index.less:3 .a", "color: red | active 2"],
    ]  # fmt: skip
    shown = project.styles("page:pages/index/index.less").sections[0].rules[1:]
    assert shown[2].declarations[0].source is not None
    assert shown[2].declarations[0].source.file == "mix.less"
    assert shown[1].declarations[0].value == "20rpx"


def test_sass_leads_to_its_line_in_the_indented_form_too(tmp_path: Path) -> None:
    scss = "$c: red;\n.a {\n  .b {\n    color: $c;\n    margin: { top: 1px; }\n  }\n}\n"
    styles = StyledProject(tmp_path / "scss", {"pages/index/index.scss": scss}).styles("page:pages/index/index.scss")
    assert rules(styles)[0][:2] == ["pages/index/index.scss:3 .a .b", "color: $c | active 4"]
    sass = "$c: red\n.a\n  .b\n    color: $c\n"
    styles = StyledProject(tmp_path / "sass", {"pages/index/index.sass": sass}).styles("page:pages/index/index.sass")
    assert rules(styles) == [["pages/index/index.sass:3 .a .b", "color: $c | active 4"]]
    assert styles.sections[0].rules[1].place is not None
    assert styles.sections[0].rules[1].place.written == ".b"


@pytest.mark.parametrize("key", ["page:gone.wxss", "phone:", f"page:{INDEX}", "", ":"])
def test_a_sheet_that_is_another_one_has_no_source(tmp_path: Path, key: str) -> None:
    project = StyledProject(tmp_path, {INDEX: ".a { top: 1px }"})
    rule = matched(key, ".other { top: 1px }")[0]
    assert project.sources.of(rule) is None
    assert project.sources.of(msgspec.structs.replace(rule, rule=99)) is None
    assert project.sources.of(msgspec.structs.replace(rule, rule=-1)) is None


def test_css_text_is_what_the_helper_reads(tmp_path: Path) -> None:
    project = StyledProject(tmp_path, {INDEX: ".a { top: 1rpx }"})
    assert css_of(project.build, INDEX).split() == [".a", "{", "top:", "1rpx", "}"]
