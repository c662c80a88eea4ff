"""A plain rule compiles to what the tokenizer makes of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtime.compiler.wxss.compile import compile_rule
from runtime.compiler.wxss.plain_rule import compile_plain_rule

PLAIN = [
    ".a{}", ".a { width: 24rpx; }", "page, view .b-c > .d::before { top: -1.5rpx; color: red }",
    "/* one */\n/* two */ .a.b:active\n{ margin: 0 calc(100% - 2rpx) .5rpx }", ".a{content:'\\E85F';}",
    ".a { --w: 3rpx; width: var(--w, 4rpx) !important }", "text.on+image~.c { ; ; top: 10rpx; left: 1e3px }",
    ".Page page.page { width: 0rpx }", ".a{background:#fff;width:2rpx}",
]  # fmt: skip
NOT_PLAIN = [
    ".a { width: 1rpxpx }", ".a { width: 24RPX }", ".a { background: url(x.png) }", ".a { width: calc(1rpx; }",
    ":host { top: 0 }", ".a { /* x */ top: 0 }", ".a { // x\n top: 0 }", ".a .b", ".a { top }", "* { top: 0 }",
    ".a { .b { top: 0 } }", "@media print { .a { top: 0 } }", ".a[x] { top: 0 }", ".a { content: '24rpx' }",
    ".a:not(.b) { top: 0 }", ".a { top: 100prx }", ".a { top: 1px;", ".a { font: 24rpx/1.5 x }",
]  # fmt: skip
WORDS = [
    ".", "a", "page", "view", "-", "b-c", " ", "\n", ",", ">", ":", "::", "host", "before", "{", "}", ";", "top", "--w",
    "24", "rpx", "px", ".5", "-1", "(", ")", "calc", "var", "url", "'", '"', "\\", "/", "*", "/*", "*/", "#fff", "%",
    "!important", "[", "]", "@media", "é", "prx", "RPX", "+", "~", "_", "0",
]  # fmt: skip


@pytest.mark.parametrize("css", PLAIN)
def test_plain_rules_are_known(css: str) -> None:
    assert compile_plain_rule("p.wxss", css) == compile_rule("p.wxss", css)


@pytest.mark.parametrize("css", NOT_PLAIN)
def test_what_needs_the_tokenizer_is_left_to_it(css: str) -> None:
    assert compile_plain_rule("p.wxss", css) is None


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=14))
def test_both_ways_agree(selector: list[str], body: list[str]) -> None:
    for css in ("." + "".join(selector) + "{" + "".join(body) + "}", ".a {top:" + " ".join(body) + "}"):
        plain = compile_plain_rule("p.wxss", css)
        assert plain is None or plain == compile_rule("p.wxss", css)
