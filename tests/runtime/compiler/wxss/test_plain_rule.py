"""A plain rule compiles to what the tokenizer makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.compiler.wxss.chunks import Chunk
from runtime.compiler.wxss.compile import compile_rule
from runtime.compiler.wxss.plain_rule import pieces_of, plain_import, plain_media, plain_rule
from runtime.compiler.wxss.sheet import ImportMark, StyleRule

PLAIN = [
    ".a{}", ".a { width: 24rpx; }", "page, view .b-c > .d::before { top: -1.5rpx; color: red }",
    "/* one */\n/* two */ .a.b:active\n{ margin: 0 calc(100% - 2rpx) .5rpx }", ".a{content:'\\E85F';}",
    ".a { --w: 3rpx; width: var(--w, 4rpx) !important }", "text.on+image~.c { ; ; top: 10rpx; left: 1e3px }",
    ".Page page.page { width: 0rpx }", ".a{background:#fff;width:2rpx}", ".a:not(.b):not(:empty) { top: 0 }",
    "view:nth-child(-n+3) .a:nth-child( 2n + 1 ) n{top:1rpx}", ".a{width:calc((1rpx + (2px)) * var(--x,4rpx))}",
]  # fmt: skip
NOT_PLAIN = [
    ".a { width: 1rpxpx }", ".a { width: 24RPX }", ".a { background: url(x.png) }", ".a { width: calc(1rpx; }",
    ":host { top: 0 }", ".a { /* x */ top: 0 }", ".a { // x\n top: 0 }", ".a .b", ".a { top }", "* { top: 0 }",
    ".a { .b { top: 0 } }", "@media print { .a { top: 0 } }", ".a[x] { top: 0 }", ".a { content: '24rpx' }",
    ".a:not(:not(.b)) { top: 0 }", ".a:nth-child(2n of .b) { top: 0 }",
    ".a { top: 100prx }", ".a { top: 1px;", ".a { font: 24rpx/1.5 x }",
]  # fmt: skip
WORDS = [
    ".", "a", "page", "view", "-", "b-c", " ", "\n", ",", ">", ":", "::", "host", "before", "{", "}", ";", "top", "--w",
    "24", "rpx", "px", ".5", "-1", "(", ")", "calc", "var", "url", "'", '"', "\\", "/", "*", "/*", "*/", "#fff", "%",
    "!important", "[", "]", ":not(", ":nth-child(", "@media", "é", "prx", "RPX", "+", "~", "_", "0",
]  # fmt: skip


def compiled(css: str) -> Chunk | None:
    """The text as a plain rule, if it is one."""
    rule = plain_rule(css, 0)
    if rule is None or rule.end != len(css):
        return None
    before = css[: rule.start]
    place = before.count("\n") + 1, rule.start - before.rfind("\n")
    return Chunk(tuple(pieces_of(rule.text)), (StyleRule(rule.selector, "p.wxss", *place),), ())


@pytest.mark.parametrize("css", PLAIN)
def test_plain_rules_are_known(css: str) -> None:
    assert compiled(css) == compile_rule("p.wxss", css)


@pytest.mark.parametrize("css", NOT_PLAIN)
def test_what_needs_the_tokenizer_is_left_to_it(css: str) -> None:
    assert compiled(css) is None


def test_plain_rules_are_joined() -> None:
    texts = [rule.text for css in (".a{top:1rpx}", "view{}") if (rule := plain_rule(css, 0)) is not None]
    assert pieces_of("".join(texts)) == [".", None, "a{top:", 1, "}\nwx-view{}\n"]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=14))
def test_both_ways_agree(selector: list[str], body: list[str]) -> None:
    for css in ("." + "".join(selector) + "{" + "".join(body) + "}", ".a {top:" + " ".join(body) + "}"):
        plain = compiled(css)
        assert plain is None or plain == compile_rule("p.wxss", css)


def media(css: str) -> list[object] | None:
    """The pieces of an `@media` and the selectors in it, if it is plain."""
    found = plain_media(css, 0)
    if found is None or found.end != len(css):
        return None
    text = "".join([found.opening, *(rule.text for rule in found.rules), "}\n"])
    return [*pieces_of(text), *(rule.selector for rule in found.rules)]


def by_tokens(css: str) -> list[object]:
    chunk = compile_rule("p.wxss", css)
    assert not chunk.diagnostics
    return [*chunk.pieces, *(rule.selector for rule in chunk.rules if isinstance(rule, StyleRule))]


@pytest.mark.parametrize(
    "css",
    [
        "@media print{}", "@media (min-width: 10px) and (max-width:20px) {\n .a{top:1rpx}\n /* x */ page { a: b } }",
        "@MEDIA(a){.a{}view{top:2rpx}}", "@media (width >= 1px), not all{.a .b{content:'x'}}",
    ],
)  # fmt: skip
def test_plain_media_are_known(css: str) -> None:
    assert media(css) == by_tokens(css)


@pytest.mark.parametrize(
    "css",
    [
        "@media (width: 1rpx) {.a{}}", "@media (a {.a{}}", "@media print {.a{}", "@media print {.a{} /* x */}",
        "@media print {@media x{}}", "@mediaprint {.a{}}", "@media print {.a{b:url(x)}}", "@media /* { */ x {.a{}}",
    ],
)  # fmt: skip
def test_other_media_are_left_to_the_tokenizer(css: str) -> None:
    assert media(css) is None


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=12))
def test_both_ways_agree_on_media(condition: list[str], body: list[str]) -> None:
    css = f"@media {''.join(condition)}{{.a{{top:1rpx}}{''.join(body)}}}"
    assert media(css) is None or media(css) == by_tokens(css)


@pytest.mark.parametrize("css", ["@import 'a/b.wxss';", '@import "http.wxss" ;'])
def test_plain_imports_are_known(css: str) -> None:
    mark = compile_rule("p.wxss", css).rules[0]
    assert isinstance(mark, ImportMark)
    assert plain_import(css) == mark.name


@pytest.mark.parametrize(
    "css",
    ["@import 'a' print;", "@import '//x/a.css';", "@import 'https://x/a.css';", "@import 'a'", "@import 'a\\62';"],
)
def test_other_imports_are_left_to_the_tokenizer(css: str) -> None:
    assert plain_import(css) is None
