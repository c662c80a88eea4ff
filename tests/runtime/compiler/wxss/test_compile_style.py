"""One style file: selectors, values, at-rules, and what is left out with a word about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.compiler.wxss.compile import compile_style
from runtime.compiler.wxss.link import Part, link_style
from tests.support.project_folder import codes


def parts_of(css: str) -> list[Part]:
    unit = compile_style("a.wxss", css)
    return link_style("a.wxss", "a", {"a.wxss": unit}.get, lambda path: True).parts


def as_text(css: str) -> str:
    """Joined parts: `•` for the class prefix, `<n>` for rpx, `[path]` for a path."""
    pieces = []
    for part in parts_of(css):
        if isinstance(part, str):
            pieces.append(part)
        elif part is None:
            pieces.append("•")
        else:
            pieces.append(f"[{part[0]}]" if isinstance(part, list) else f"<{part}>")
    return "".join(pieces).strip()


@pytest.mark.parametrize(
    ("selector", "compiled"),
    [
        (".a", ".•a"),
        ("page", "body"),
        ("page.dark > view", "body.•dark > wx-view"),
        ("view, my-tag .b::after", "wx-view, wx-my-tag .•b::after"),
        (".a:not(.b):nth-child(2n + 1)", ".•a:not(.•b):nth-child(2n + 1)"),
        ("#id[data-x='.y'] + text ~ .c.d", "#id[data-x='.y'] + wx-text ~ .•c.•d"),
        (":host", '[is="a"]'),
        (":host(.on) .x", '[is="a"].•on .•x'),
        (".x:host", '.•x[is="a"]'),
        (".中文", ".•中文"),
        ("input::-webkit-input-placeholder", "wx-input::-webkit-input-placeholder"),
        ("li:nth-child(2 of .a)", "wx-li:nth-child(2 of .•a)"),
    ],
)
def test_selectors(selector: str, compiled: str) -> None:
    assert as_text(f"{selector} {{}}").removesuffix("{}").strip() == compiled
    assert compile_style("a.wxss", f"{selector} {{}}").diagnostics == ()


@pytest.mark.parametrize(
    ("value", "compiled"),
    [
        ("10rpx", "<10>"),
        ("-0.5rpx 1px .5rpx +3rpx", "<-0.5> 1px <0.5> <3>"),
        ("calc(100% - 3rpx*2)", "calc(100% - <3>*2)"),
        ("translate(10rpx,20rpx)", "translate(<10>,<20>)"),
        ('"3rpx"', '"3rpx"'),
        ("url(https://a/3rpx.png) 1rpx", "url(https://a/3rpx.png) <1>"),
        ("url(data:image/png;base64,AA==)", "url(data:image/png;base64,AA==)"),
        ("url(img/a.png)", 'url("[img/a.png]")'),
        ("url('/fonts/a.ttf?#iefix') format('ttf')", "url(\"[fonts/a.ttf]\") format('ttf')"),
        ("red !important", "red !important"),
        ("/* 3rpx */4rpx", "/* 3rpx */<4>"),
    ],
)
def test_values(value: str, compiled: str) -> None:
    assert as_text(f".a{{p:{value}}}") == f".•a{{p:{compiled}}}"


def test_at_rules() -> None:
    css = (
        '@charset "utf-8";\n@media (min-width: 300px) { view { top: 1rpx } }\n'
        "@keyframes in { from { top: 1rpx } 50.5% { top: 2rpx } }\n"
        "@font-face { src: url(a.ttf) } @supports (display: grid) { .a { top: 1rpx } }"
    )
    assert as_text(css) == (
        "@media (min-width: 300px) {wx-view { top: <1> }\n}\n"
        "@keyframes in { from { top: <1> } 50.5% { top: <2> } }\n"
        '@font-face { src: url("[a.ttf]") }\n'
        "@supports (display: grid) {.•a { top: <1> }\n}"
    )


@pytest.mark.parametrize(
    ("css", "rest", "found"),
    [
        (".{a:b} .x{c:d}", ".•x{c:d}", ["wxss/bad-selector a.wxss:1:1"]),
        (".a,{a:b} .x{c:d}", ".•x{c:d}", ["wxss/bad-selector a.wxss:1:3"]),
        ("// no\n.a{a:b} .x{c:d}", ".•x{c:d}", ["wxss/line-comment a.wxss:1:1"]),
        (".a{a:b}} .x{c:d}", ".•a{a:b}\n.•x{c:d}", ["wxss/unexpected-token a.wxss:1:8"]),
        (".a{.b{c:d} e:f}", ".•a{ e:f}", ["wxss/nested-rule a.wxss:1:4"]),
        (".a{color red;top:1rpx}", ".•a{color red;top:<1>}", ["wxss/declaration-without-colon a.wxss:1:4"]),
        (".a{top:1prx}", ".•a{top:1prx}", ["wxss/unknown-unit a.wxss:1:8"]),
        (".a{top:2RPX}", ".•a{top:2RPX}", ["wxss/unknown-unit a.wxss:1:8"]),
        (".a{top:calc(1px} .x{c:d}", ".•a{top:calc(1px)}\n.•x{c:d}", ["wxss/unclosed-parenthesis a.wxss:1:8"]),
        (".x{c:d} .a{b:" + "(" * 101 + "}", ".•x{c:d}", ["wxss/too-deep a.wxss:1:9"]),
        (".x{c:d} " + ")@media a{" * 101, ".•x{c:d}", ["wxss/too-deep a.wxss:1:9"]),
        (".x{c:d} " + "@media a{b:'}';" * 101, ".•x{c:d}", ["wxss/too-deep a.wxss:1:9"]),
        (".a{top:1rpx", ".•a{top:<1>}", ["wxss/unclosed-block a.wxss:1:3"]),
        (".x{c:d} .a", ".•x{c:d}", ["wxss/rule-without-block a.wxss:1:9"]),
        ("@import nope; .x{c:d}", ".•x{c:d}", ["wxss/bad-import a.wxss:1:1"]),
        ("* {a:b}", "* {a:b}", ["wxss/universal-selector a.wxss:1:1"]),
        ("@media (width:3rpx){}", "@media (width:3rpx){}", ["wxss/rpx-in-media a.wxss:1:1"]),
    ],
)
def test_mistakes(css: str, rest: str, found: list[str]) -> None:
    assert as_text(css) == rest
    diagnostics = compile_style("a.wxss", css).diagnostics
    assert codes(diagnostics) == found
    assert all(diagnostic.text() and diagnostic.text("zh") for diagnostic in diagnostics)


def test_every_rule_knows_its_place() -> None:
    unit = compile_style("a.wxss", "/* c */ .a, .b { x: y }\r\n@media print {\r\n  view { x: y }\r\n}\r\n")
    assert [(rule.selector, rule.file, rule.line, rule.column) for rule in unit.rules] == [  # type: ignore[union-attr]
        (".a, .b", "a.wxss", 1, 9),
        ("view", "a.wxss", 3, 3),
    ]


@given(st.text(alphabet=".#:{}()[];,@/* \n\"'\\abpage1rx%-<!>&|~+u", max_size=60))
def test_never_raises(css: str) -> None:
    compile_style("a.wxss", css)


@given(st.lists(st.sampled_from([".a{top:1rpx}", "page{b:c}", "@media print{.x{d:e}}", "/* x */", "view,.b{f:g}"])))
def test_rules_compile_one_by_one_as_together(rules: list[str]) -> None:
    assert as_text("\n".join(rules)).split() == [word for rule in rules for word in as_text(rule).split()]


@pytest.mark.parametrize("text", ["t{({{()", "t{({{{", "t{({{[", "t{({a:({b(1rpx", "t{(}{{("])
def test_findings_about_braces_that_stay_open_have_an_end_behind_their_start(text: str) -> None:
    for found in compile_style("a.wxss", text).diagnostics:
        assert (found.span.end_line, found.span.end_column) >= (found.span.line, found.span.column)
        assert found.span.end_column <= len(text) + 1
