"""What Less means: nesting, variables, mixins, guards, imports, extend, at-rules. The expected texts are less.js's."""

from __future__ import annotations

import pytest

from tests.runtime.compiler.less.compiling import compile_files, css


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { .b & { c: d } &-e, &:hover { f: g } > .h { i: j } }",
         ".b .a { c: d; } .a-e, .a:hover { f: g; } .a > .h { i: j; }"),
        (".a { b: c; .d { e: f } g: h }", ".a { b: c; g: h; } .a .d { e: f; }"),
        (".a, .b { & + & { c: d } }", ".a + .a, .a + .b, .b + .a, .b + .b { c: d; }"),
        (".a { &:not(&-b) { c: d } }", ".a:not(.a-b) { c: d; }"),
        (".a { width: 10rpx; height: 1px\\9 }", ".a { width: 10rpx; height: 1px \\9; }"),
        ("// none\n.a { b: url(//x.y/z.png); /* none */ c: 'a//b' }", ".a { b: url(//x.y/z.png); c: 'a//b'; }"),
        (".a { b: c; b: c; b: d }", ".a { b: c; b: d; }"),
        (".a { b+: c; b+: d; e+_: f; e+_: g }", ".a { b: c, d; e: f g; }"),
    ],
)  # fmt: skip
def test_nesting(source: str, expected: str) -> None:
    assert css(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { b: @x; @x: 2px } @x: 1px;", ".a { b: 2px; }"),
        ("@x: 1px; @x: 2px; .a { b: @x }", ".a { b: 2px; }"),
        ("@n: x; @x: 1px; .a { b: @@n }", ".a { b: 1px; }"),
        ("@s: foo; @p: col; .@{s}-b { @{p}or: red; c: '@{s}!'; d: ~'@{s}' }",
         ".foo-b { color: red; c: 'foo!'; d: foo; }"),
        ("@l: ~'.a, .b'; @{l} { c: d }", ".a, .b { c: d; }"),
        ("@c: #fff; .a { --b: @c; --d: { e: f }; --g: calc(1px + 2px) }",
         ".a { --b: #fff; --d: { e: f }; --g: calc(1px + 2px); }"),
        (".a { b: 1px; c: $b }", ".a { b: 1px; c: 1px; }"),
        ("@d: { a: b; .c { e: f } } .x { @d(); }", ".x { a: b; } .x .c { e: f; }"),
        ("@d: { k: v; @w: 2px } .x { a: @d[k]; b: @d[@w] }", ".x { a: v; b: 2px; }"),
    ],
)  # fmt: skip
def test_variables(source: str, expected: str) -> None:
    assert css(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { b: (1px + 2) * 3; c: 10px/2; d: (10px / 4); e: 1px + 1cm }",
         ".a { b: 9px; c: 10px/2; d: 2.5px; e: 38.79527559px; }"),
        ("@x: 3px; .a { b: -@x; c: 1 - 2; d: 1 -2; e: @x*2 }", ".a { b: -3px; c: -1; d: 1 -2; e: 6px; }"),
        ("@x: 2px; .a { b: calc(1px + @x * 2); c: calc(100% - (@x + 1px)) }",
         ".a { b: calc(1px + 2px * 2); c: calc(100% - (2px + 1px)); }"),
        (".a { b: #111 + #222; c: #fff / 2 }", ".a { b: #333333; c: #fff / 2; }"),
        (".a { width: ~'calc(100% - @{w})'; @w: 10px }", ".a { width: calc(100% - 10px); }"),
    ],
)  # fmt: skip
def test_calculation(source: str, expected: str) -> None:
    assert css(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".m() { a: b } .x { .m(); } .y { .m }", ".x { a: b; } .y { a: b; }"),
        (".m { a: b } .x { .m(); }", ".m { a: b; } .x { a: b; }"),
        (".m(@p; @q: 2px) { a: @p @q @arguments } .x { .m(1px); .m(@q: 3px; @p: 4px) }",
         ".x { a: 1px 2px 1px 2px; a: 4px 3px 4px 3px; }"),
        (".m(@a, @rest...) { b: @rest } .x { .m(1, 2, 3) }", ".x { b: 2 3; }"),
        (".m(dark) { a: 1 } .m(light) { a: 2 } .m(@_) { b: 3 } .x { .m(light) }", ".x { a: 2; b: 3; }"),
        ("#n { .m() { a: b } } .x { #n > .m(); } .y { #n.m() }", ".x { a: b; } .y { a: b; }"),
        (".m() { @v: 5px } .x { .m(); a: @v }", ".x { a: 5px; }"),
        (".m() { @v: 5px; a: b } .x { c: .m()[@v]; d: .m()[a] }", ".x { c: 5px; d: b; }"),
        (".m() { a: b } .x { .m() !important }", ".x { a: b !important; }"),
        (".m(@r) { .in { @r(); } } .x { .m({ a: b }) }", ".x .in { a: b; }"),
        (".m(@a) when (iscolor(@a)) and not (@a = red) { c: d } .x { .m(blue) }", ".x { c: d; }"),
        (".m(@a) when (@a > 5) { b: 1 } .m(@a) when (default()) { b: 2 } .x { .m(6) } .y { .m(1) }",
         ".x { b: 1; } .y { b: 2; }"),
        (".l(@i) when (@i > 0) { .w-@{i} { a: @i } .l(@i - 1) } .l(2);", ".w-2 { a: 2; } .w-1 { a: 1; }"),
        ("@on: true; .a when (@on) { b: c } .d when (@on = false) { e: f }", ".a { b: c; }"),
        ("each(a b, { .s-@{value} { i: @index } });", ".s-a { i: 1; } .s-b { i: 2; }"),
        (".a { b: if((1 > 2), x, y) }", ".a { b: y; }"),
    ],
)  # fmt: skip
def test_mixins(source: str, expected: str) -> None:
    assert css(source) == expected


def test_a_mixin_may_call_itself_very_often() -> None:
    text = css(".l(@i) when (@i > 0) { .w-@{i} { a: b } .l(@i - 1) } .l(1000);")
    assert text.count("{") == 1000


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { b: c; @media (min-width: @w) { d: e; .f { g: h } } } @w: 1px;",
         ".a { b: c; } @media (min-width: 1px) { .a { d: e; } .a .f { g: h; } }"),
        ("@media screen { @media (max-width: 5px) { .a { b: c } } .d { e: f } }",
         "@media screen { .d { e: f; } } @media screen and (max-width: 5px) { .a { b: c; } }"),
        (".a { @supports (display: grid) { b: c } }", "@supports (display: grid) { .a { b: c; } }"),
        (".a { @keyframes k { from { b: c } 50% { d: 1px + 1 } } }", "@keyframes k { from { b: c; } 50% { d: 2px; } }"),
        ("@font-face { font-family: x; src: url(x.ttf) }", "@font-face { font-family: x; src: url(x.ttf); }"),
        ("@name: k; @keyframes @name { from { b: c } }", "@keyframes k { from { b: c; } }"),
        ("@page :first { margin: 1cm }", "@page :first { margin: 1cm; }"),
    ],
)  # fmt: skip
def test_at_rules(source: str, expected: str) -> None:
    assert css(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (".a { x: y } .b:extend(.a) { c: d }", ".a, .b { x: y; } .b { c: d; }"),
        (".a .b { x: y } .c { &:extend(.b all); }", ".a .b, .a .c { x: y; }"),
        (".a { x: y } .b:extend(.a) {} .c:extend(.b) {}", ".a, .b, .c { x: y; }"),
    ],
)
def test_extend(source: str, expected: str) -> None:
    assert css(source) == expected


def test_imports() -> None:
    assert css('@import "b"; @import "b"; .x { y: @v; .m() }', b="@v: 1px; .m() { n: o } .b { p: q }") == (
        ".b { p: q; } .x { y: 1px; n: o; }"
    )
    assert css('@import (reference) "b"; .x { .b; &:extend(.c); }', b=".b { p: q } .c { r: s }") == (
        ".x { r: s; } .x { p: q; }"
    )
    assert css('@import (optional) "none"; .a { b: c }') == ".a { b: c; }"
    assert css('@n: b; @import "@{n}"; .a { b: @v }', b="@v: 1;") == ".a { b: 1; }"
    assert css('@import "b" screen;', b=".b { p: q }") == "@media screen { .b { p: q; } }"


def test_style_sheets_stay_imports_named_from_the_root() -> None:
    files = {
        "p/a.less": '@import "../q/b";',
        "q/b.less": '@import "c.wxss";\n@import "http://x.y/z.css";',
        "q/c.wxss": "",
    }
    assert compile_files(files, "p/a.less").css == '@import "/q/c.wxss";\n@import "http://x.y/z.css";\n'


def test_every_line_knows_its_source() -> None:
    files = {"a.less": '@import "b";\n.a {\n  .m();\n  .c { d: e }\n}', "b.less": ".m() {\n  f: g;\n}"}
    compiled = compile_files(files)
    lines = dict(zip([line.strip() for line in compiled.css.split("\n")], compiled.places, strict=False))
    assert lines[".a {"] == ("a.less", 2, 1)
    assert lines["f: g;"] == ("b.less", 2, 3)
    assert lines[".a .c {"] == ("a.less", 4, 3)
    assert compiled.read == ("b.less",)
