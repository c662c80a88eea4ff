"""Sass by libsass: imports, modules, the indented syntax, places and mistakes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from runtime.compiler.sass_styles.compile import compile_sass
from runtime.compiler.sass_styles.indented import with_braces
from runtime.compiler.sass_styles.mappings import line_places
from runtime.compiler.sass_styles.modules import without_modules
from runtime.compiler.stylesheet import CompiledCss, with_source_places
from runtime.compiler.wxss.compile import compile_style
from tests.support.style_texts import StyleTexts


def compile_files(files: Mapping[str, str], path: str = "a.scss") -> CompiledCss:
    return compile_sass(path, StyleTexts(files))


def css(compiled: CompiledCss) -> str:
    assert compiled.diagnostics == ()
    return " ".join(compiled.css.split())


def test_rpx_passes_and_places_are_those_of_the_source() -> None:
    compiled = compile_files({"a.scss": "$w: 2rpx;\n.a {\n  .b { width: $w * 2; }\n}"})
    assert css(compiled) == ".a .b { width: 4rpx; }"
    assert compiled.places[0] == ("a.scss", 3, 3)


def test_imports_are_found_inside_the_project_only() -> None:
    files = {
        "p/a.scss": "@import 'b', '../lib/c';\n@import 'x.wxss';\n@import '../../../etc/passwd';",
        "p/_b.scss": ".b { d: e }",
        "lib/c/_index.scss": ".c { f: g }",
    }
    compiled = compile_files(files, "p/a.scss")
    (found,) = compiled.diagnostics
    assert (found.code, found.span.file, found.span.line) == ("sass/error", "p/a.scss", 3)
    files["p/a.scss"] = "@import 'b', '../lib/c';\n@import 'x.wxss';"
    compiled = compile_files(files, "p/a.scss")
    assert css(compiled) == "@import url(x.wxss); .b { d: e; } .c { f: g; }"
    assert compiled.read == ("p/_b.scss", "lib/c/_index.scss")
    assert "p/b.scss" in compiled.asked


def test_modules_become_imports() -> None:
    files = {
        "a.scss": "@use 'sass:math';\n@use 'v' with ($w: 9rpx);\n@use 'v' as *;\n"
        ".a { width: math.div(v.$w, 3); @include v.big; height: v.half(8px) }",
        "v.scss": "$w: 1rpx !default;\n@mixin big { top: $w }\n@function half($x) { @return $x / 2 }\n.v { w: $w }",
    }
    assert css(compile_files(files)) == ".v { w: 9rpx; } .a { width: 3rpx; top: 9rpx; height: 4px; }"
    assert without_modules("@forward 'x' hide $a;\n.a { b: map.get(c) }").count("\n") == 1


def test_the_indented_syntax() -> None:
    files = {
        "a.sass": "@import b\n// no\n.a\n  .b, .c\n    +m(3rpx)\n    top: 1rpx\n",
        "b.sass": "=m($x)\n  width: $x\n",
    }
    compiled = compile_files(files, "a.sass")
    assert css(compiled) == ".a .b, .a .c { width: 3rpx; top: 1rpx; }"
    assert [place[:2] for place in compiled.places] == [("a.sass", 4), ("b.sass", 2), ("a.sass", 6), ("a.sass", 7)]
    assert with_braces("a\n  b: c").count("\n") == 1


def test_a_comment_at_the_end_of_a_line_is_none_of_the_value() -> None:
    text = ".a\n  b: c // why\n  d: url(http://e.cn/f)\n  g: 'h // i'\n"
    assert with_braces(text).split("\n")[1:4] == ["  b: c;", "  d: url(http://e.cn/f);", "  g: 'h // i';"]


def test_a_rule_that_holds_nothing_but_a_comment_is_one() -> None:
    assert with_braces(".a\n  // b: c\n.d\n  e: f").split("\n")[0] == ".a {}"
    assert css(compile_files({"a.sass": ".a\n  /* b: c */\n.d\n  e: f\n.g\n"}, "a.sass")).split() == [
        ".a", "{", "/*", "b:", "c", "*/", "}", ".d", "{", "e:", "f;", "}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "place"),
    [(".a {\n  b: f(\n}", 3), (".a { b: $none }", 1), ("@import 'none';", 1), ("@error 'no';", 1)],
)
def test_mistakes_have_a_place(source: str, place: int) -> None:
    (found,) = compile_files({"a.scss": source}).diagnostics
    assert (found.code, found.span.file, found.span.line) == ("sass/error", "a.scss", place)


def test_mappings() -> None:
    assert line_places("AAAA;;ACAA,EAAE", "a\n\nb") == [(0, 1, 1), None, (1, 1, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n.a { b: " + "(" * 2_000 + "1" + ")" * 2_000 + " }", 2),
        (".a {\n" * 1_000 + "}" * 1_000, 1_000),
        ("@function f($x) {\n@return f($x + 1) }\n.a { b: f(1) }", 2),
        ("@mixin f($x) {\n@include f($x + 1) }\n.a { @include f(1) }", 2),
        (".a { b: c }\0", 1),
    ],
)
def test_depth_and_odd_bytes_are_mistakes_with_a_place(text: str, line: int) -> None:
    (found,) = compile_files({"a.scss": text}).diagnostics
    assert (found.code, found.span.file, found.span.line) == ("sass/error", "a.scss", line)


@pytest.mark.parametrize(
    "text",
    [
        "@use 'a'" + " " * 30_000 + "x",
        "@use 'a' show " + "a " * 15_000 + "{",
        "@use 'a' with (" * 2_000,
        "@use " * 20_000,
    ],
)
def test_no_pattern_reads_a_module_rule_in_many_ways(text: str) -> None:
    assert without_modules(text).count("\n") == 0


def test_show_and_settings_together() -> None:
    assert without_modules("@use 'a' show $b, c with ($b: 1)  ;\n.d{}") == '$b: 1;@import "handset-once:0:a";\n.d{}'
    assert without_modules("@use 'a'\n\n;") == '@import "handset-once:0:a"\n\n;'


@pytest.mark.parametrize(
    "text",
    [
        "@function f($x) { @return if($x > 1, f($x - 1), $x); }\n.a { b: f(3); @extend %p; } %p { c: d }",
        '@i\n\nview, imag?port "./mixce6;\n  }\n\n  one-border";',
        '@import "./mixinn css\n\n/* fad.a-#{$i} { ";',
        '.a { b: url("x\\li&&&&',
        ".a { b: c",
    ],
)
def test_places_lie_in_the_file(text: str) -> None:
    compiled = compile_files({"a.scss": text})
    unit = with_source_places(compile_style("a.scss", compiled.css), compiled)
    places = {(one.span.file, one.span.line, one.span.column, one.span.end_column) for one in unit.diagnostics}
    for file, line, column, end in places | {(*place, place[2] + 1) for place in compiled.places}:
        assert file == "a.scss"
        if line:
            assert 1 <= column < end <= len(text.split("\n")[line - 1]) + 1
