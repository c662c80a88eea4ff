"""Sass by libsass: imports, modules, the indented syntax, places and mistakes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from runtime.compiler.sass_styles.compile import compile_sass
from runtime.compiler.sass_styles.indented import with_braces
from runtime.compiler.sass_styles.mappings import line_places
from runtime.compiler.sass_styles.modules import without_modules
from runtime.compiler.stylesheet import CompiledCss


def compile_files(files: Mapping[str, str], path: str = "a.scss") -> CompiledCss:
    return compile_sass(path, files.get, files.__contains__)


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


@pytest.mark.parametrize(
    ("source", "place"),
    [(".a {\n  b: f(\n}", 3), (".a { b: $none }", 1), ("@import 'none';", 1), ("@error 'no';", 1)],
)
def test_mistakes_have_a_place(source: str, place: int) -> None:
    (found,) = compile_files({"a.scss": source}).diagnostics
    assert (found.code, found.span.file, found.span.line) == ("sass/error", "a.scss", place)


def test_mappings() -> None:
    assert line_places("AAAA;;ACAA,EAAE", "a\n\nb") == [(0, 1, 1), None, (1, 1, 1)]
