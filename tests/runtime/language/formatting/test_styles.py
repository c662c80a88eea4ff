"""The order of style sheets, and that what they compile to stays the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.style_compiler import DirectStyleCompiler
from runtime.compiler.wxss.compile import compile_style
from runtime.language.answers import Indent
from runtime.language.formatting.indent import DEFAULT
from runtime.language.formatting.styles import format_style
from runtime.language.formatting.wxml import Unformatted
from tests.arch.sources import ROOT
from tests.support.style_texts import StyleTexts


def formatted(text: str, path: str = "a.wxss", indent: Indent = DEFAULT) -> str:
    made = format_style(path, text, indent)
    assert isinstance(made, str), made
    return made


@pytest.mark.parametrize(
    ("written", "ordered"),
    [
        (".a{color:red;width :1px}", ".a {\n  color: red;\n  width: 1px;\n}\n"),
        (".a{}", ".a {}\n"),
        (".a,\n   .b>.c  .d{\n\n\na:b}", ".a,\n.b>.c .d {\n  a: b;\n}\n"),
        ("@import 'a.wxss'\n;\n\n\n\n.a{}", "@import 'a.wxss';\n\n.a {}\n"),
        ("@media (a:b){.a{c:d}}", "@media (a:b) {\n  .a {\n    c: d;\n  }\n}\n"),
        (".a{b:c,\n      d}", ".a {\n  b: c,\n        d;\n}\n"),
        (".a{/* b */c:d;/* e */\n/*\n  f */}", ".a { /* b */\n  c: d; /* e */\n  /*\n    f */\n}\n"),
        (".a{b:url( a;b )}", ".a {\n  b: url( a;b );\n}\n"),
        (".a{b:url(data:image/png;base64,x//y)}", ".a {\n  b: url(data:image/png;base64,x//y);\n}\n"),
        ('.a{b:"}  {"}', '.a {\n  b: "}  {";\n}\n'),
        (".a{--b:  c}", ".a {\n  --b: c;\n}\n"),
        (".a:not(.b:hover){c:d}", ".a:not(.b:hover) {\n  c: d;\n}\n"),
        (".a{;;b:c;;}", ".a {\n  b: c;\n}\n"),
        (".a{}; .b{}", ".a {};\n.b {}\n"),
        ("", ""),
    ],
)
def test_a_declaration_a_line(written: str, ordered: str) -> None:
    assert formatted(written) == ordered
    assert formatted(ordered) == ordered


@pytest.mark.parametrize(
    ("path", "written", "ordered"),
    [
        ("a.less", ".a{.m(@b;2px)!important}", ".a {\n  .m(@b;2px)!important;\n}\n"),
        ("a.less", ".a{&:hover{c:@d} // e\n}", ".a {\n  &:hover {\n    c: @d;\n  } // e\n}\n"),
        ("a.less", "@a:{b:c};\n.d{@a();@{e}-f:g}", "@a: {\n  b: c;\n};\n.d {\n  @a();\n  @{e}-f:g;\n}\n"),
        ("a.less", '.a{w:~"calc(1px  + @{b})"}', '.a {\n  w: ~"calc(1px  + @{b})";\n}\n'),
        ("a.scss", "@if $a{b:c}\n@else{d:e}", "@if $a {\n  b: c;\n} @else {\n  d: e;\n}\n"),
        ("a.scss", "$a:(\n  b:c,\n  d:(\n    e:f\n  )\n);", "$a: (\n  b:c,\n  d:(\n    e:f\n  )\n);\n"),
        ("a.scss", ".a-#{$b}{c:d // e\n}", ".a-#{$b} {\n  c: d // e\n  ;\n}\n"),
    ],
)  # fmt: skip
def test_less_and_sass_with_braces(path: str, written: str, ordered: str) -> None:
    assert formatted(written, path) == ordered
    assert formatted(ordered, path) == ordered


def test_indent_by_tabs() -> None:
    assert formatted(".a{b:c,\n  d}", indent=Indent(2, uses_tabs=True)) == ".a {\n\tb: c,\n\t\td;\n}\n"


@pytest.mark.parametrize(
    ("broken", "line"),
    [(".a {\n", 1), (".a {}\n}", 2), (".a { b: 'c\n }", 1), ("\n/* a", 2), (".a { b: (c }", 1), (".a { b: c) }", 1)],
)
def test_what_is_broken_stays_as_it_is(broken: str, line: int) -> None:
    assert format_style("a.wxss", broken, Indent(2)) == Unformatted(line)


def test_sheets_of_whole_programs_compile_to_the_same() -> None:
    folders = ("resources/templates", "resources/examples", "tests/apps", "tests/samples")
    changed = 0
    for path in sorted(path for name in folders for path in (ROOT / name).rglob("*.wxss")):
        text = path.read_text("utf-8").replace("\r\n", "\n")
        made = format_style(path.name, text, Indent(2))
        if isinstance(made, str):
            assert format_style(path.name, made, Indent(2)) == made, path
            assert _compiled(made) == _compiled(text), path
            changed += made != text
    assert changed > 10


def _compiled(text: str) -> str:
    """What the view gets, without the blanks that mean nothing there."""
    css = " ".join("".join(one for one in compile_style("a.wxss", text).pieces if isinstance(one, str)).split())
    return re.sub(r"(:)\s+|\s*([{};,>~+()])\s*", r"\1\2", css).replace(";}", "}")


LESS = """
@import (inline) "none.css";@a:10px;@set:{c:d};.m(@x;@y:2){width:@x*@y}.n() when (default()){e:f}
.a,.b{&-c{.m(@a);color:fade(#fff,50%)}&:extend(.z all);@media (min-width:@a){g:~"h  i"}@set();.n();}
.z{@r:{};background+:url(1.png);background+:url("2;.png");@{k}-l:m}@k:n;
"""
SASS = """
$m:(a:1px,b:(c:2px));@mixin n($x:1,$y...){w:$x;@content}@function f($v){@if $v>1{@return 2}@else if $v==1{@return 1}
@else{@return 0}}
%p{q:r}.a{@extend %p;&-#{b}{@include n(2){s:t}}font:{size:1px;family:"u  v"}@each $k,$v in $m{.#{$k}{w:f(1)}}
@media (min-width:1px) and (max-width:2px){h:i!important;}}
"""


@pytest.mark.parametrize(("path", "language", "text"), [("a.less", "Less", LESS), ("a.scss", "Sass", SASS)])
def test_less_and_sass_compile_to_the_same(path: str, language: str, text: str) -> None:
    made = formatted(text, path)
    assert formatted(made, path) == made
    before, after = (DirectStyleCompiler().compile(path, language, StyleTexts({path: one})) for one in (text, made))
    assert ".a" in before.css
    assert after.css.split() == before.css.split()


PIECES = st.sampled_from([
    ".a", "{", "}", "b", ":", ";", " ", "\n", "\n\n  ", ",", "(", ")", "/* c */", "/*\n d */", "// e\n", "'f'",
    "url(g;)", "@h", "#{$i}", "@{j}", "&", "!important", "\t", "\\", "@else", "%", "#fff",
])  # fmt: skip


@given(st.lists(PIECES, max_size=16), st.sampled_from(["a.wxss", "a.less", "a.scss"]))
def test_order_once_is_order_for_ever(pieces: list[str], path: str) -> None:
    made = format_style(path, "".join(pieces), Indent(2))
    if isinstance(made, str):
        assert format_style(path, made, Indent(2)) == made
